import { useSelector } from 'react-redux';
import { useParams } from '@generation/router';
import type { Map as ImmutableMap } from 'immutable';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { ConsoleState } from '../kubernetes/store';

/** The kind an address names by plural (built-in) or group~version~Kind; undefined when there is none. */
export function useModelOfUrl(): { model?: K8sModel; isLoaded: boolean } {
  const { kind = '' } = useParams();
  const models = useSelector(
    (state: ConsoleState) => state.k8s.getIn(['RESOURCES', 'models']) as ImmutableMap<string, K8sModel>,
  );
  const isLoaded = useSelector((state: ConsoleState) => state.k8s.getIn(['RESOURCES', 'loaded']) as boolean);
  const model = models.get(kind) ?? models.find((candidate) => !candidate?.crd && candidate?.plural === kind);
  return { model, isLoaded };
}
