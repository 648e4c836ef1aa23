import { useEffect, useRef, useState } from 'react';

/** The width of an element, as it changes. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(400);
  useEffect(() => {
    const el = ref.current!;
    const watch = new ResizeObserver(() => setWidth(el.clientWidth || 400));
    watch.observe(el);
    return () => watch.disconnect();
  }, []);
  return { ref, width };
}
