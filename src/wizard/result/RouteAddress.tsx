import { Content } from '@patternfly/react-core';
import type { Route } from '../../domain/k8s/objects';
import { routeState } from '../../domain/service/routeUrl';
import { CopyText } from '../../ui/CopyText';
import { useText } from '../../ui/useText';
import { ResultRow } from './ResultRow';

/** The address of a Route, and whether a router has admitted it. */
export const RouteAddress = ({ route }: { readonly route: Route }) => {
  const t = useText();
  const { url, isAdmitted, refusal } = routeState(route);
  return (
    <ResultRow term={t('Route')}>
      {url && <CopyText text={url} />}
      <Content component="p">
        {isAdmitted
          ? t('Admitted by the router.')
          : refusal
            ? t('No router takes it. {{reason}}', { reason: refusal })
            : t('Waiting for a router to take it.')}
      </Content>
    </ResultRow>
  );
};
