import { NoMatrix } from "../no-matrix";

export function Views({ onGenerate }: { onGenerate: () => void }) {
  return <NoMatrix onGenerate={onGenerate} />;
}
