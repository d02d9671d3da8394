import { AlertActionLink } from '@patternfly/react-core';
import {
  INSECURE_POLICIES,
  isKnownNotHttp,
  ROUTE_TERMINATIONS,
  type RouteDraft,
  type RouteTermination,
} from '../../domain/service/routeDraft';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { useText, type Text } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';
import { FoldedOptions } from './FoldedOptions';

function terminationText(t: Text, termination: RouteTermination): string {
  switch (termination) {
    case 'none':
      return t('None: plain HTTP');
    case 'edge':
      return t('Edge: TLS ends at the router');
    case 'passthrough':
      return t('Passthrough: TLS ends in the VM');
    case 'reencrypt':
      return t('Re-encrypt: TLS ends at the router, which encrypts the traffic again');
  }
}

const insecureText = (t: Text, policy: (typeof INSECURE_POLICIES)[number]): string =>
  policy === 'Redirect' ? t('Redirect to HTTPS') : t('Allow');

const FOLDED: ReadonlySet<keyof RouteDraft> = new Set(['path', 'insecurePolicy', 'destinationCa']);

/** The Route: its host name, its TLS and its target port; the rest folded away. */
export const RouteFields = (props: StepProps) => {
  const t = useText();
  const { draft, resolved, problems, dispatch, rights } = props;
  const { route, ports } = draft;
  const problemOf = useProblemOf(props);
  const change = (part: Partial<RouteDraft>) => dispatch({ type: 'route', change: part });
  const problemAt = (name: keyof RouteDraft) => problemOf((field) => field.at === 'route' && field.name === name);
  const portProblem = problemAt('portIndex').problem;
  const target = resolved.draft.ports[route.portIndex]?.targetPort ?? '';
  return (
    <>
      {isKnownNotHttp(target) && (
        <Notice
          variant="warning"
          title={t('Routes carry HTTP and TLS only. Port {{port}} usually uses another protocol.', { port: target })}
          actionLinks={
            <AlertActionLink onClick={() => dispatch({ type: 'service-type', serviceType: 'LoadBalancer' })}>
              {t('Use its own IP address')}
            </AlertActionLink>
          }
        />
      )}
      {!props.isForEach && (
        <TextField
          id="route-host"
          label={t('Hostname')}
          value={route.host}
          onChange={(host) => change({ host })}
          // a host that was typed can still be removed
          isDisabled={!rights.setRouteHost && route.host === ''}
          hint={
            rights.setRouteHost
              ? t('Leave blank to generate a host name.')
              : t("You don't have permission to set the host name. The router generates one.")
          }
          {...problemAt('host')}
        />
      )}
      <SelectField
        id="route-termination"
        label={t('TLS')}
        value={route.termination}
        onChange={(termination) => change({ termination: termination as RouteTermination })}
        options={ROUTE_TERMINATIONS.map((termination) => [termination, terminationText(t, termination)] as const)}
      />
      {(ports.length > 1 || portProblem !== undefined) && (
        <SelectField
          id="route-port"
          label={t('Port of the Route')}
          value={String(route.portIndex)}
          onChange={(index) => change({ portIndex: Number(index) })}
          options={resolved.draft.ports.map(
            ({ name, port, protocol }, index) => [String(index), `${name} ${port}/${protocol}`.trim()] as const,
          )}
          {...(portProblem === undefined ? {} : { problem: portProblem })}
        />
      )}
      <FoldedOptions
        title={t('Route options')}
        hasProblem={problems.some(({ field }) => field.at === 'route' && FOLDED.has(field.name))}
      >
        {() => <FoldedFields {...props} />}
      </FoldedOptions>
    </>
  );
};

/** Path, insecure traffic and certificate. */
const FoldedFields = (props: StepProps) => {
  const t = useText();
  const { route } = props.draft;
  const problemOf = useProblemOf(props);
  const change = (part: Partial<RouteDraft>) => props.dispatch({ type: 'route', change: part });
  const problemAt = (name: keyof RouteDraft) => problemOf((field) => field.at === 'route' && field.name === name);
  const isPassthrough = route.termination === 'passthrough';
  // with passthrough the router cannot read HTTP
  const policies = INSECURE_POLICIES.filter((policy) => !isPassthrough || policy === 'Redirect');
  return (
    <>
      <TextField
        id="route-path"
        label={t('Path')}
        value={route.path}
        onChange={(path) => change({ path })}
        hint={t('The Route serves only requests below this path, for example /shop.')}
        {...problemAt('path')}
      />
      {route.termination !== 'none' && (
        <SelectField
          id="route-insecure"
          label={t('Insecure traffic')}
          value={isPassthrough && route.insecurePolicy === 'Allow' ? '' : route.insecurePolicy}
          onChange={(insecurePolicy) => change({ insecurePolicy })}
          options={[...policies.map((policy) => [policy, insecureText(t, policy)] as const), ['', t('None')] as const]}
        />
      )}
      {route.termination === 'reencrypt' && (
        <TextField
          id="route-ca"
          label={t('Destination CA certificate')}
          value={route.destinationCa}
          onChange={(destinationCa) => change({ destinationCa })}
          isLong
          hint={t(
            'PEM certificate that signed the certificate in the VM. Leave blank to use the service CA of the cluster.',
          )}
          {...problemAt('destinationCa')}
        />
      )}
    </>
  );
};
