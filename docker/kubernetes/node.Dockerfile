# A whole cluster in one container: see in-docker, which puts program/ beside support/.
ARG BASE=debian:bookworm-slim
FROM ${BASE}
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      containerd runc containernetworking-plugins iptables iproute2 openssl curl ca-certificates && \
    rm -rf /var/lib/apt/lists/*
COPY program /opt/chaos-kubernetes/program
COPY support /opt/chaos-kubernetes/support
ENV NODE_STATE=/var/lib/chaos-kubernetes NODE_PROGRAMS=/opt/chaos-kubernetes/program NODE_CNI=/usr/lib/cni
# Containers lie on an overlayfs, which cannot lie on that of Docker.
VOLUME /var
ENTRYPOINT ["/opt/chaos-kubernetes/support/node"]
