# `ser serve` as an image: docker build --tag ser . && docker run --publish 8080:8080 --env SER_TOKEN=… ser
# Other commands: docker run --rm --volume "$PWD:/data" ser predict /data/call.wav

FROM node:22-bookworm-slim AS build
WORKDIR /source
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY . .
RUN npm ci --no-audit --no-fund \
 && npx nx run-many -t build --projects=@ser/cli \
 && mkdir /packages \
 && printf -- '--workspace\n%s\n' apps/cli packages/* | xargs npm pack --silent --pack-destination /packages
WORKDIR /app
RUN npm install --omit=dev --no-audit --no-fund /packages/*.tgz

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
# node
USER 1000
EXPOSE 8080
HEALTHCHECK --start-period=30s CMD ["node", "--eval", "fetch('http://127.0.0.1:8080/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/node_modules/@ser/cli/dist/main.js"]
CMD ["serve", "--host", "0.0.0.0"]
