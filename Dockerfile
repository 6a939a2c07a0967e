# The job as a container:
#   docker build -t kawaraban .
#   docker run --rm -v "$PWD/articles:/articles:ro" -e KAWARABAN_DATABASE=postgresql://… kawaraban run /articles
# Both stages are of one Debian release, so that the binary finds the libraries that it was linked with.

FROM swift:6.3-bookworm AS build
# Debian's stable release only takes security fixes; a pinned version would vanish with the next one.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends \
    libarchive-dev libcurl4-openssl-dev libmecab-dev libpq-dev libssl-dev libxml2-dev libzstd-dev pkg-config zlib1g-dev \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN swift build --configuration release --product kawaraban --static-swift-stdlib \
  && install -D ".build/release/kawaraban" /staging/kawaraban

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends \
    ca-certificates libarchive13 libcurl4 libmecab2 libpq5 libssl3 libxml2 libzstd1 mecab-ipadic-utf8 zlib1g \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 10001 --create-home --shell /usr/sbin/nologin kawaraban
COPY --from=build /staging/kawaraban /usr/local/bin/kawaraban
USER 10001
WORKDIR /home/kawaraban
# There is no place for a database of its own in here: without --database the job ends with 78.
ENV KAWARABAN_CONTAINER=1
ENTRYPOINT ["kawaraban"]
CMD ["--help"]
