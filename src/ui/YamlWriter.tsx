import type { ReactNode } from 'react';
import { toKubernetesYaml } from './kubernetesYaml';
import type { ToYaml } from './loading/useYaml';

interface YamlWriterProps {
  readonly children: (toYaml: ToYaml) => ReactNode;
}

/** Hands what writes YAML to what shows it. A file of its own, since it brings the YAML library. */
const YamlWriter = ({ children }: YamlWriterProps) => <>{children(toKubernetesYaml)}</>;

export default YamlWriter;
