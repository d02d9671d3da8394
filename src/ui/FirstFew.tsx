import { List, ListItem } from '@patternfly/react-core';
import { useText } from './useText';

const MAX_SHOWN = 10;

/** A list of names or sentences: the first ten, and how many more there are. */
export const FirstFew = ({ items }: { items: readonly string[] }) => {
  const t = useText();
  const more = items.length - MAX_SHOWN;
  return (
    <List isPlain>
      {items.slice(0, MAX_SHOWN).map((item, index) => (
        <ListItem key={index}>{item}</ListItem>
      ))}
      {more > 0 && <ListItem>{t('And {{count}} more', { count: more })}</ListItem>}
    </List>
  );
};
