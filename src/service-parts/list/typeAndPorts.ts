import { exposedTypeOf } from '../../domain/k8s/exposedTypes';
import type { Service } from '../../domain/k8s/objects';
import { portTexts } from '../../domain/service/servicePort';
import type { Text } from '../../ui/useText';

/** A row has room for so many ports; the opened row lists all. */
const MAX_PORTS = 3;

/** Type and ports of a Service in one line, the first few where it has many. */
export function typeAndPorts(t: Text, service: Service): string {
  const ports = portTexts(service);
  const type = exposedTypeOf(service);
  if (ports.length === 0) return type;
  const shown = ports.slice(0, MAX_PORTS).join(', ');
  return ports.length > MAX_PORTS
    ? t('{{type}} · {{ports}}, and {{count}} more', { type, ports: shown, count: ports.length - MAX_PORTS })
    : `${type} · ${shown}`;
}
