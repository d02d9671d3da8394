import { k8sGet } from '@openshift-console/dynamic-plugin-sdk';
import type { UncheckedObject } from '../../domain/network/clusterNetwork';
import { DNS_CONFIG } from '../port/models';

/** Reads operator.openshift.io/v1 DNS `default`, which ordinary users may not. */
export const readDns = (): Promise<UncheckedObject> => k8sGet({ model: DNS_CONFIG, name: 'default' });
