import type { Concept } from '../../model/types';

export default function RecordsPage({ concept }: { concept: Concept }) {
  return <p>{concept.label.one}</p>;
}
