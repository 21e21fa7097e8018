# The site and a server for it, which needs no rights: `docker build -t blog . && docker run --rm -p 8080:8080 blog`.
# Ask for the file that the server reads: `hosting: ['caddy']` in src/site.config.ts.
FROM node:24-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG SITE_URL= SITE_BASE= BUILD_TIME=
RUN npm run check && npm run build && test -f dist/.hosting/Caddyfile

FROM caddy:2-alpine
# A folder for a site below a base path: `--build-arg FOLDER=/blog`.
ARG FOLDER=
COPY --from=build /site/dist /srv${FOLDER}
RUN printf '{\n\tadmin off\n}\n:8080 {\n\troot * /srv\n\timport /srv%s/.hosting/Caddyfile\n}\n' "${FOLDER}" > /etc/caddy/Caddyfile \
  && setcap -r /usr/bin/caddy
USER nobody
ENV XDG_DATA_HOME=/tmp XDG_CONFIG_HOME=/tmp
EXPOSE 8080
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile"]
