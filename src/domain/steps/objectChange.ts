/**
 * What a patch step changes, with what was there when it was looked at: the JSON patch, the sentence and the command
 * come from it.
 */
export type ObjectChange = ChangedLabels | ChangedService | ChangedOwners | ChangedRoute | ChangedTemplate;

/** A value before and after; null stands for one that is not there. */
export interface Changed {
  readonly before: unknown;
  readonly after: unknown;
}

/** Labels in a VM's template, or of a VMI or a pod itself. */
export interface ChangedLabels {
  readonly of: 'labels';
  readonly layer: 'template' | 'vmi' | 'pod';
  readonly labels: readonly ChangedLabel[];
  /** what is missing and has to be created first: the map of labels, or also the metadata around it */
  readonly missing?: 'map' | 'metadata';
}

export interface ChangedLabel {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Fields of a Service's `.spec`. */
export interface ChangedService {
  readonly of: 'service';
  readonly fields: readonly (Changed & { readonly name: string })[];
}

/** The `ownerReferences` of an object. */
export interface ChangedOwners extends Changed {
  readonly of: 'owners';
}

/** The Service port that a Route sends traffic to, `.spec.port.targetPort`. */
export interface ChangedRoute extends Changed {
  readonly of: 'route';
}

/** Fields of a VM's `.spec.template.spec`. */
export interface ChangedTemplate {
  readonly of: 'template';
  readonly fields: readonly ChangedTemplateField[];
}

export interface ChangedTemplateField extends Changed {
  readonly field: TemplateField;
}

/** A field of a template's spec, or of one of its interfaces. */
export type TemplateField =
  | { readonly name: 'subdomain' | 'hostname' }
  | {
      readonly name: 'ports' | 'state';
      /** the interface's name */
      readonly interface: string;
      /**
       * its place in the list when it was looked at: JSON patch knows no other way to it, so that place is tested to be
       * still its
       */
      readonly index: number;
    };
