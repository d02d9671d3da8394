import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { INSECURE_POLICIES, isKnownNotHttp, ROUTE_TERMINATIONS, type RouteDraft, type RouteTermination } from '../domain/routeDraft';
import { Notice } from '../ui/Notice';
import { problemText } from '../ui/problemText';
import { TextField } from '../ui/TextField';
import { useText, type Text } from '../ui/useText';
import type { StepProps } from './stepProps';

const terminationText = (t: Text, termination: RouteTermination): string => {
  switch (termination) {
    case 'edge':
      return t('TLS ends at the router (edge)');
    case 'none':
      return t('No TLS, plain HTTP');
    case 'passthrough':
      return t('TLS ends in the virtual machine (passthrough)');
    case 'reencrypt':
      return t('TLS ends at the router and begins anew to the virtual machine (re-encrypt)');
  }
};

const insecureText = (t: Text, policy: string): string => {
  switch (policy) {
    case 'Redirect':
      return t('Redirected to HTTPS');
    case 'Allow':
      return t('Served too');
    default:
      return t('Not served');
  }
};

/** Host, path and TLS of the Route. */
export const RouteFields = ({ draft, problems, dispatch, rights }: StepProps) => {
  const t = useText();
  const { route, ports } = draft;
  const change = (part: Partial<RouteDraft>) => dispatch({ type: 'route', change: part });
  const problemOf = (name: keyof RouteDraft) => {
    const found = problems.find(({ field }) => field.at === 'route' && field.name === name);
    return found ? { problem: problemText(t, found.code) } : {};
  };
  const port = ports[route.portIndex];
  const policies = ['', ...INSECURE_POLICIES].filter((policy) => policy !== 'Allow' || route.termination !== 'passthrough');
  return (
    <>
      {rights.setRouteHost ? (
        <TextField id="route-host" label={t('Host')} value={route.host} onChange={(host) => change({ host })} hint={t('Empty for one that the router gives.')} {...problemOf('host')} />
      ) : (
        <Notice variant="info" title={t('The router gives the host: you may not choose one in this project (routes/custom-host).')} />
      )}
      {!rights.setRouteHost && 'problem' in problemOf('host') && <Notice variant="danger" title={problemOf('host').problem ?? ''} />}
      <FormGroup label={t('TLS')} fieldId="route-termination">
        <FormSelect id="route-termination" value={route.termination} onChange={(_event, termination) => change({ termination: termination as RouteTermination })}>
          {ROUTE_TERMINATIONS.map((termination) => (
            <FormSelectOption key={termination} value={termination} label={terminationText(t, termination)} />
          ))}
        </FormSelect>
      </FormGroup>
      {route.termination !== 'none' && (
        <FormGroup label={t('Plain HTTP to the host')} fieldId="route-insecure">
          <FormSelect id="route-insecure" value={route.insecurePolicy} onChange={(_event, insecurePolicy) => change({ insecurePolicy })}>
            {policies.map((policy) => (
              <FormSelectOption key={policy} value={policy} label={insecureText(t, policy)} />
            ))}
          </FormSelect>
        </FormGroup>
      )}
      {(route.termination !== 'passthrough' || route.path !== '') && (
        <TextField id="route-path" label={t('Path')} value={route.path} onChange={(path) => change({ path })} hint={t('Empty for all paths.')} {...problemOf('path')} />
      )}
      {route.termination === 'reencrypt' && (
        <TextField
          id="route-ca"
          label={t('CA certificate of the virtual machine')}
          value={route.destinationCa}
          onChange={(destinationCa) => change({ destinationCa })}
          hint={t('In PEM form. Empty where the cluster itself has signed the certificate.')}
          isLong
          {...problemOf('destinationCa')}
        />
      )}
      {ports.length > 1 && (
        <FormGroup label={t('Port of the Route')} fieldId="route-port">
          <FormSelect id="route-port" value={String(route.portIndex)} onChange={(_event, index) => change({ portIndex: Number(index) })}>
            {ports.map(({ name, port: number, protocol }, index) => (
              <FormSelectOption key={index} value={String(index)} label={[name, `${number}/${protocol}`].filter(Boolean).join(' ')} />
            ))}
          </FormSelect>
        </FormGroup>
      )}
      {'problem' in problemOf('portIndex') && <Notice variant="danger" title={problemOf('portIndex').problem ?? ''} />}
      {port && isKnownNotHttp(port.targetPort) && (
        <Notice
          variant="warning"
          title={t('Port {{port}} is known for something that is not HTTP, and a router passes on HTTP, or TLS that names its host. A node port or a load balancer leads there.', { port: port.targetPort })}
        />
      )}
    </>
  );
};
