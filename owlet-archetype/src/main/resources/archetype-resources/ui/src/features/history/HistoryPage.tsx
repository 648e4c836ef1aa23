import type { Concept } from '../../model/types';

export default function HistoryPage({ concept }: { concept: Concept }) {
  return <p>{concept.label.one}</p>;
}
