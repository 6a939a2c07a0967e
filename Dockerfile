# syntax=docker/dockerfile:1
# The job as a container: docker run kawaraban run --database URL INPUT...
# Same Debian release in both stages, so that the libraries that the binary was linked with are the ones it finds.

FROM swift:6.3-bookworm AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends \
    libarchive-dev libcurl4-openssl-dev libmecab-dev libpq-dev libssl-dev libxml2-dev libzstd-dev zlib1g-dev \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Package.swift ./
COPY Sources Sources
COPY Tests Tests
COPY sql sql
RUN swift build -c release --product kawaraban --static-swift-stdlib \
  && install -D "$(swift build -c release --show-bin-path)/kawaraban" /staging/kawaraban

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends \
    ca-certificates libarchive13 libcurl4 libmecab2 libpq5 libssl3 libxml2 libzstd1 mecab-ipadic-utf8 zlib1g \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --create-home --shell /usr/sbin/nologin kawaraban
COPY --from=build /staging/kawaraban /usr/local/bin/kawaraban
USER 10001
WORKDIR /home/kawaraban
# Tells the job that there is no place for a database of its own here: without --database it exits 78.
ENV KAWARABAN_CONTAINER=1
ENTRYPOINT ["kawaraban"]
CMD ["--help"]
