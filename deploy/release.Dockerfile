# The otpstream command as an image, of an unpacked release archive. From its folder:
#
#   docker build -f deploy/release.Dockerfile -t otpstream .
#
# Dockerfile makes the same image of the sources.

# Any image with bash and Java 21 or newer will do (on glibc, as RocksDB's library wants it: not Alpine).
ARG RUNTIME_IMAGE=eclipse-temurin:21-jre-noble

FROM ${RUNTIME_IMAGE}
COPY bin /opt/otpstream/bin
COPY lib /opt/otpstream/lib
COPY libexec /opt/otpstream/libexec
COPY LICENSE /opt/otpstream/LICENSE

# From here on as in Dockerfile: a test compares them.
ARG VERSION=development
LABEL org.opencontainers.image.title="otpstream" \
      org.opencontainers.image.description="Phone verification as a stream: numbers and one-time codes on Kafka topics." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}"

# A number of its own, so that whoever mounts a volume or a token file knows whom to give it to.
RUN groupadd --gid 10001 otpstream \
 && useradd --uid 10001 --gid otpstream --no-create-home --home-dir /var/lib/otpstream \
    --shell /usr/sbin/nologin otpstream \
 && install -d -o otpstream -g otpstream -m 0750 /var/lib/otpstream

# Native libraries are loaded from the volume, because a /tmp for a read-only container is mostly mounted noexec.
ENV OTPSTREAM_STATE_DIR=/var/lib/otpstream/state \
    OTPSTREAM_NATIVE_DIR=/var/lib/otpstream/native
VOLUME /var/lib/otpstream
WORKDIR /var/lib/otpstream
# As a number, so that Kubernetes can see that it isn't root.
USER 10001:10001
# Asks the dashboard, which listens on the loopback of the container unless the environment says otherwise.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["/opt/otpstream/libexec/healthcheck.sh"]
ENTRYPOINT ["/opt/otpstream/bin/otpstream"]
CMD ["--help"]
