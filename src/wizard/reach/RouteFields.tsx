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

function terminationText(t: Text, termination: RouteTermination): string {
  switch (termination) {
    case 'none':
      return t('No TLS: plain HTTP (none)');
    case 'edge':
      return t('At the router (edge)');
    case 'passthrough':
      return t('In the virtual machine (passthrough)');
    case 'reencrypt':
      return t('At the router, which encrypts anew (reencrypt)');
  }
}

const insecureText = (t: Text, policy: (typeof INSECURE_POLICIES)[number]): string =>
  policy === 'Redirect' ? t('Redirect to HTTPS') : t('Served as well (Allow)');

/** The Route: its host and path, its TLS termination and its target port. */
export const RouteFields = ({ draft, problems, dispatch, rights }: StepProps) => {
  const t = useText();
  const { route, ports } = draft;
  const problemOf = useProblemOf(problems);
  const change = (part: Partial<RouteDraft>) => dispatch({ type: 'route', change: part });
  const problemAt = (name: keyof RouteDraft) => problemOf((field) => field.at === 'route' && field.name === name);
  const portProblem = problemAt('portIndex');
  const target = ports[route.portIndex]?.targetPort ?? '';
  const isPassthrough = route.termination === 'passthrough';
  // with passthrough the router cannot read HTTP
  const policies = INSECURE_POLICIES.filter((policy) => !isPassthrough || policy === 'Redirect');
  return (
    <>
      <TextField
        id="route-host"
        label={t('Host')}
        value={route.host}
        onChange={(host) => change({ host })}
        // a host that was typed can still be removed
        isDisabled={!rights.setRouteHost && route.host === ''}
        hint={
          rights.setRouteHost
            ? t('Leave blank to generate a host name.')
            : t('You may not choose the host of a Route in this project. The router makes one up.')
        }
        {...problemAt('host')}
      />
      <TextField
        id="route-path"
        label={t('Path')}
        value={route.path}
        onChange={(path) => change({ path })}
        hint={t('Only requests below this path are led here, such as /shop.')}
        {...problemAt('path')}
      />
      <SelectField
        id="route-termination"
        label={t('Where does TLS end?')}
        value={route.termination}
        onChange={(termination) => change({ termination: termination as RouteTermination })}
        options={ROUTE_TERMINATIONS.map((termination) => [termination, terminationText(t, termination)] as const)}
      />
      {route.termination !== 'none' && (
        <SelectField
          id="route-insecure"
          label={t('Insecure traffic')}
          value={isPassthrough && route.insecurePolicy === 'Allow' ? '' : route.insecurePolicy}
          onChange={(insecurePolicy) => change({ insecurePolicy })}
          options={[
            ...policies.map((policy) => [policy, insecureText(t, policy)] as const),
            ['', t('Not served (None)')] as const,
          ]}
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
            "In PEM form: who signed the certificate of the server in the virtual machine. Left empty, the cluster's own service CA counts.",
          )}
          {...problemAt('destinationCa')}
        />
      )}
      {(ports.length > 1 || portProblem.problem !== undefined) && (
        <SelectField
          id="route-port"
          label={t('Port of the Route')}
          value={String(route.portIndex)}
          onChange={(index) => change({ portIndex: Number(index) })}
          options={ports.map(
            ({ name, port, protocol }, index) => [String(index), `${name} ${port}/${protocol}`.trim()] as const,
          )}
          {...portProblem}
        />
      )}
      {isKnownNotHttp(target) && (
        <Notice variant="warning" title={t('What listens on port {{port}} usually speaks no HTTP', { port: target })}>
          {t(
            'A router passes on HTTP, and TLS that names its host; nothing else gets through. A node port or a load balancer passes on everything.',
          )}
        </Notice>
      )}
    </>
  );
};
