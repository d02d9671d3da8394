# Builds the plugin, then serves it. The nginx configuration and the certificate come from the Helm chart (charts/expose-vm).
FROM registry.access.redhat.com/ubi9/nodejs-22:latest AS build
USER root
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json webpack.config.ts console-extensions.json ./
COPY build ./build
COPY locales ./locales
COPY src ./src
RUN node_modules/.bin/webpack --mode production

FROM registry.access.redhat.com/ubi9/nginx-124:latest
LABEL name="expose-vm" \
      summary="OpenShift console plugin that makes KubeVirt virtual machines reachable by IP and DNS name" \
      license="Apache-2.0"
COPY --from=build /build/dist /usr/share/nginx/html
COPY LICENSE /licenses/LICENSE
# any number that is not 0: OpenShift puts the namespace's own in its place
USER 1001
EXPOSE 9443
ENTRYPOINT ["nginx", "-g", "daemon off;"]
