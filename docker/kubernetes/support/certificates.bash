# shellcheck shell=bash disable=SC2154 # Many names are those of node.
# Certificates and kubeconfigs of a cluster, made anew at each start. Sourced by node.

# certificate NAME SUBJECT USAGE [ALTERNATIVE_NAMES]
certificate() {
  openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"
  {
    echo 'basicConstraints = CA:FALSE'
    echo "extendedKeyUsage = $3"
    [[ -z ${4:-} ]] || echo "subjectAltName = $4"
  } >"$1.extensions"
  openssl req -new -key "$1.key" -subj "$2" \
    | openssl x509 -req -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -extfile "$1.extensions" -out "$1.crt"
}

# kubeconfig NAME SERVER >FILE
kubeconfig() {
  cat <<END
apiVersion: v1
kind: Config
current-context: $cluster_name
clusters:
- name: $cluster_name
  cluster: {server: "$2", certificate-authority-data: $(base64 -w0 ca.crt)}
users:
- name: $1
  user: {client-certificate-data: $(base64 -w0 "$1.crt"), client-key-data: $(base64 -w0 "$1.key")}
contexts:
- name: $cluster_name
  context: {cluster: $cluster_name, user: $1}
END
}

# make_certificates ADDRESS: everything into the current folder
make_certificates() {
  local names="DNS:localhost,DNS:$node,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local"
  names+=",IP:127.0.0.1,IP:$1,IP:$first_service_address"
  openssl ecparam -name prime256v1 -genkey -noout -out ca.key
  openssl req -x509 -new -key ca.key -subj "/CN=$cluster_name" -days 3650 -out ca.crt
  certificate apiserver /CN=kube-apiserver serverAuth "$names"
  certificate kubelet-server "/CN=$node" serverAuth "$names"
  # The names are those that Kubernetes itself gives rights to.
  certificate apiserver-to-kubelet /O=system:masters/CN=apiserver-to-kubelet clientAuth
  certificate admin /O=system:masters/CN=admin clientAuth
  certificate controller-manager /CN=system:kube-controller-manager clientAuth
  certificate scheduler /CN=system:kube-scheduler clientAuth
  certificate kubelet "/O=system:nodes/CN=system:node:$node" clientAuth
  certificate kube-proxy /CN=system:kube-proxy clientAuth
  certificate coredns /O=system:masters/CN=coredns clientAuth
  openssl ecparam -name prime256v1 -genkey -noout -out service-accounts.key
  openssl ec -in service-accounts.key -pubout -out service-accounts.pub
  local user
  for user in admin controller-manager scheduler kubelet kube-proxy coredns; do
    kubeconfig "$user" "https://$1:$api_port" >"$user.kubeconfig"
  done
}
