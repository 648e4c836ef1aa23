import type { Concept } from '../../model/types';

export default function InsightsPage({ concept }: { concept: Concept }) {
  return <p>{concept.label.one}</p>;
}
