import { useCallback, useEffect, useState } from "react";
import { useCalls } from "../../ui/calls";
import { isUnderWay, type DirectoryImport } from "../schema";

const everyMs = 1000;

/** How an import stands: asked for once a second while it goes on. A lost connection is no news; the next second asks again. */
export function useImport(importId: string | null): { readonly found: DirectoryImport | null; readonly again: () => void } {
  const { readImport } = useCalls();
  const [found, setFound] = useState<DirectoryImport | null>(null);
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  const shown = found?.id === importId ? found : null;
  useEffect(() => {
    if (importId === null) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await readImport({ importId }).catch(() => null);
      if (isOver) return;
      if (answer) setFound(answer);
      if (answer === null || isUnderWay(answer.state)) timer = setTimeout(() => void ask(), everyMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [importId, readImport, turn]);
  return { found: shown, again };
}
