{{- /* The chart's name, as the value of app.kubernetes.io/name. */ -}}
{{- define "expose-vm.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- /*
The name of every namespaced object. A Service's name is the shortest of them: at most 63 characters, and it begins with
a letter, which a release's name need not.
*/ -}}
{{- define "expose-vm.fullname" -}}
{{- $full := .Values.fullnameOverride -}}
{{- if not $full -}}
{{- $name := include "expose-vm.name" . -}}
{{- $full = contains $name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $name) -}}
{{- end -}}
{{- if regexMatch "^[0-9]" $full -}}
{{- $full = printf "r%s" $full -}}
{{- end -}}
{{- $full | replace "." "-" | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- /* A further object's name: the suffix survives the cut. Takes (list . "suffix"). */ -}}
{{- define "expose-vm.nameWith" -}}
{{- $suffix := printf "-%s" (index . 1) -}}
{{- $room := sub 63 (len $suffix) | int -}}
{{- printf "%s%s" (include "expose-vm.fullname" (index . 0) | trunc $room | trimSuffix "-") $suffix -}}
{{- end -}}

{{- /* The Secret that the service-ca operator fills for the Service. */ -}}
{{- define "expose-vm.servingCertSecret" -}}
{{- include "expose-vm.nameWith" (list . "cert") -}}
{{- end -}}

{{- define "expose-vm.selectorLabels" -}}
app.kubernetes.io/name: {{ include "expose-vm.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "expose-vm.labels" -}}
{{ include "expose-vm.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: expose-vm
{{- if not .Values.releaseFile.enabled }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end -}}

{{- /* What all pods have in common: OpenShift picks the strictest SCC, and the user of the namespace's own range. */ -}}
{{- define "expose-vm.podSecurity" -}}
securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "expose-vm.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{- define "expose-vm.podAnnotations" -}}
openshift.io/required-scc: restricted-v2
{{- end -}}

{{- /* Where pods run, and with which priority and pull secrets. */ -}}
{{- define "expose-vm.placement" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- /* What talks to the API server, as opposed to what serves files. */ -}}
{{- define "expose-vm.switchName" -}}
{{- include "expose-vm.nameWith" (list . "switch") -}}
{{- end -}}

{{- define "expose-vm.switchLabels" -}}
app.kubernetes.io/name: {{ include "expose-vm.switchName" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- /* The pod that runs files/switch.sh. Takes (dict "root" . "verb" "enable" "restartPolicy" "Never"). */ -}}
{{- define "expose-vm.switchPod" -}}
{{- with .root -}}
metadata:
  labels:
    {{- include "expose-vm.switchLabels" . | nindent 4 }}
  annotations:
    {{- include "expose-vm.podAnnotations" . | nindent 4 }}
    checksum/scripts: {{ .Files.Get "files/switch.sh" | sha256sum }}
spec:
  serviceAccountName: {{ include "expose-vm.switchName" . }}
  enableServiceLinks: false
  restartPolicy: {{ $.restartPolicy }}
  {{- include "expose-vm.placement" . | nindent 2 }}
  {{- include "expose-vm.podSecurity" . | nindent 2 }}
  containers:
    - name: switch
      image: {{ include "expose-vm.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      command: [bash, /etc/expose-vm/switch.sh, {{ $.verb }}]
      {{- include "expose-vm.containerSecurity" . | nindent 6 }}
      terminationMessagePolicy: FallbackToLogsOnError
      resources:
        requests:
          cpu: 5m
          memory: 16Mi
        limits:
          memory: 64Mi
      volumeMounts:
        - name: scripts
          mountPath: /etc/expose-vm
          readOnly: true
  volumes:
    - name: scripts
      configMap:
        name: {{ include "expose-vm.nameWith" (list . "scripts") }}
{{- end -}}
{{- end -}}

{{- define "expose-vm.image" -}}
{{- $repository := required "image.repository must be set: build the image from the repository's Dockerfile, push it to your registry and pass --set image.repository=<registry>/<path>. To install without an image use the release file (npm run release)." .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* Refuses a cluster whose console cannot load plugins. */ -}}
{{- define "expose-vm.checkConsole" -}}
{{- if and .Values.checkConsole (not .Values.releaseFile.enabled) (not (.Capabilities.APIVersions.Has "console.openshift.io/v1/ConsolePlugin")) -}}
{{- fail "This cluster has no OpenShift console that loads plugins (console.openshift.io/v1 ConsolePlugin is missing). Expose VM needs OpenShift 4.20 or later with the console enabled. If you render without a cluster, add --api-versions console.openshift.io/v1/ConsolePlugin or set checkConsole=false." -}}
{{- end -}}
{{- end -}}
