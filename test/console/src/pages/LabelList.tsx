import { Label, LabelGroup } from '@patternfly/react-core';

/** Labels of an object. */
export function LabelList({ labels = {} }: { labels?: Record<string, string> }): JSX.Element {
  const entries = Object.entries(labels);
  return entries.length === 0 ? (
    <span>No labels</span>
  ) : (
    <LabelGroup aria-label="Labels" numLabels={20}>
      {entries.map(([key, value]) => (
        <Label key={key} variant="outline">
          {value === '' ? key : `${key}=${value}`}
        </Label>
      ))}
    </LabelGroup>
  );
}
