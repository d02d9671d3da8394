import { language } from '../translations';

interface TimestampProps {
  timestamp?: string;
  simple?: boolean;
  className?: string;
}

/** A moment in the reader's language and time zone; a dash when there is none. */
export default function Timestamp({ timestamp, simple, className = '' }: TimestampProps): JSX.Element {
  if (!timestamp) {
    return <span>-</span>;
  }
  const text = new Date(timestamp).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return simple ? (
    <span>{text}</span>
  ) : (
    <time className={`co-timestamp ${className}`} data-test="timestamp" dateTime={timestamp}>
      {text}
    </time>
  );
}
