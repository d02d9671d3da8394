import { useState } from 'react';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { useText } from '../../ui/useText';
import { verdictText } from '../../ui/text/verdictText';

/**
 * Announces to screen readers which verdicts changed while the page is open, but not rows that were added or removed.
 */
export const VerdictNews = ({ verdicts }: { verdicts: ReadonlyMap<string, Verdict> }) => {
  const t = useText();
  const [last, setLast] = useState(verdicts);
  const [turned, setTurned] = useState<readonly string[]>([]);
  const isSame = verdicts.size === last.size && [...verdicts].every(([name, verdict]) => last.get(name) === verdict);
  if (!isSame) {
    setLast(verdicts);
    const changed = [...verdicts]
      .filter(([name, verdict]) => last.has(name) && last.get(name) !== verdict)
      .map(([name]) => name);
    if (changed.length > 0) setTurned(changed);
  }
  const news = turned.flatMap((name) => {
    const verdict = verdicts.get(name);
    return verdict ? [t('{{name}}: {{verdict}}', { name, verdict: verdictText(t, verdict) })] : [];
  });
  return (
    <div role="status" aria-live="polite" className="pf-v6-u-screen-reader">
      {news.join('. ')}
    </div>
  );
};
