import { useContext, useEffect, useState } from "preact/hooks";
import { Lost } from "../connection";

export interface PictureProps {
  /** SVG text; undefined while it has not come yet. */
  svg: string | undefined;
  alt: string;
  class?: string;
}

/** An SVG shown as an image: its scripts never run, its ids never meet another's, and it stays crisp at any size. */
export function Picture({ svg, alt, class: name = "" }: PictureProps) {
  const [address, setAddress] = useState("");
  const lost = useContext(Lost);
  useEffect(() => {
    if (!svg) return;
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  if (lost && !svg)
    return (
      <div class={`picture missing ${name}`} role="img" aria-label={`${alt} (no picture)`}>
        No picture
      </div>
    );
  if (!svg || !address)
    return <div class={`picture waiting ${name}`} role="img" aria-label={`${alt} (not drawn yet)`} />;
  return <img class={`picture ${name}`} src={address} alt={alt} draggable={false} loading="lazy" decoding="async" />;
}
