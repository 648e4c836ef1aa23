import type { Concept } from '../../model/types';

export default function EntryPage({ concept, id }: { concept: Concept; id?: string }) {
  return <p>{concept.label.one}{id}</p>;
}
