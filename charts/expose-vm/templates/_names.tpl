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
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{- define "expose-vm.image" -}}
{{- $repository := required "image.repository must be set: no image is published yet, so build one from the repository's Dockerfile, push it to your registry and pass --set image.repository=<registry>/<path>" .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}
