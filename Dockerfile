# Builds the plugin, then serves it. The nginx configuration and the certificate come from the Helm chart
# (charts/expose-vm).
#
# One build for all architectures: what is built are static files, so the first stage runs on the architecture of the
# machine that builds, and the second one only copies. No emulation is needed:
#   podman build --platform linux/amd64,linux/arm64,linux/ppc64le,linux/s390x --manifest expose-vm .
#
# The bases are named by the exact tag of their build. Renovate adds the digest (renovate.json) and keeps both current.
FROM --platform=$BUILDPLATFORM registry.access.redhat.com/ubi9/nodejs-22:9.8-1790572348 AS build
USER root
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json webpack.config.ts console-extensions.json ./
COPY build ./build
COPY locales ./locales
COPY src ./src
RUN node_modules/.bin/webpack --mode production
COPY dev/sbom.mjs dev/failure.mjs dev/folders.mjs ./dev/
COPY LICENSE ./licenses/
# the licenses of the packages in the build, and the list of these packages (CycloneDX)
RUN cp dist/licenses.txt licenses/ && node dev/sbom.mjs licenses/expose-vm.cdx.json

FROM registry.access.redhat.com/ubi9/nginx-124:9.8-1787065328
# VERSION is that of package.json; RELEASE counts the builds of one version
ARG VERSION=0.1.0
ARG RELEASE=1
# the commit, its time, and where the source is; the release workflow gives them
ARG REVISION=
ARG CREATED=
ARG SOURCE=
# The first seven are what Red Hat's certification asks for; the base's own would stay otherwise.
LABEL name="expose-vm" \
      vendor="The Expose VM authors" \
      maintainer="The Expose VM authors" \
      version="${VERSION}" \
      release="${RELEASE}" \
      summary="OpenShift console plugin that exposes virtual machines" \
      description="Makes virtual machines of OpenShift Virtualization reachable by IP address and DNS name, and shows why a Service does not reach one" \
      url="${SOURCE}" \
      io.k8s.display-name="Expose VM" \
      io.k8s.description="Makes virtual machines of OpenShift Virtualization reachable by IP address and DNS name, and shows why a Service does not reach one" \
      io.openshift.tags="console,plugin,kubevirt" \
      org.opencontainers.image.title="Expose VM" \
      org.opencontainers.image.description="OpenShift console plugin that exposes virtual machines" \
      org.opencontainers.image.vendor="The Expose VM authors" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.source="${SOURCE}"
COPY --from=build /build/dist /usr/share/nginx/html
COPY --from=build /build/licenses /licenses
# any number that is not 0: OpenShift puts the namespace's own in its place
USER 1001
EXPOSE 9443
ENTRYPOINT ["nginx", "-g", "daemon off;"]
