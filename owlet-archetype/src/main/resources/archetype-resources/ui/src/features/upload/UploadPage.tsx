import type { Concept } from '../../model/types';

export default function UploadPage({ concept }: { concept: Concept }) {
  return <p>{concept.label.one}</p>;
}
