"""Which programs can be told not to verify certificates or host keys, and with which words.

Facts only; `programs.py` reads them. Programs are named by the last part of their path,
without `.exe` and without a version (`pip3.11` is `pip`); several names in a row share it.
`?` is a program whose name is not known: it has only what no other program would mean.

Sources: `--help` and the manual of each program; curl 7.88, wget 1.21, git 2.39, OpenSSH 9.2,
npm 11, kubectl, HTTPie, yt-dlp, s3cmd and uv were run. "off" values are what the program
itself takes for false.
"""

from __future__ import annotations

_SSH = "ssh slogin autossh scp sftp sshfs ssh-copy-id"
_PIP = "pip pip-compile pip-sync piptools"
_KUBERNETES = "kubectl oc helm helmfile k9s flux velero"
_CONTAINERS = "podman skopeo buildah"
_CONTAINER_RUNNERS = "docker podman nerdctl docker-compose podman-compose"
_MONGO = "mongo mongosh mongodump mongorestore mongoexport mongoimport mongostat mongotop"
_MARIADB = "mariadb mariadb-dump mariadb-admin mysql mysqldump mysqladmin"
_BROWSERS = "chromium chromium-browser chrome google-chrome google-chrome-stable msedge"
_DOWNLOADERS = "yt-dlp yt_dlp youtube-dl youtube_dl"

_FALSE = "false|f|0|no|n|off"
_TRUE = "true|t|1|yes|y|on"
_GIT_FALSE = "false|no|off|0+"
_SSH_FALSE = "no|off|false"

_TRUST_STORE = "add the CA to the system's trust store"
_KNOWN_HOSTS = "add the host to `known_hosts`"
_CURL = "pass `--cacert FILE`"
_WGET = "pass `--ca-certificate=FILE`"
_GIT = "set `http.sslCAInfo`"
_PIP_CERT = "pass `--cert FILE`"
_UV = "set `SSL_CERT_FILE`"
_KUBE = "pass `--certificate-authority FILE`"
_NODE_CA = "set `cafile`"
_CONDA = "set `ssl_verify` to a CA bundle"
_HTTPIE = "pass `--verify=FILE`"
_CA_CERT = "pass `-ca-cert=FILE`"
_REGISTRY = "pass `--cert-dir DIR`"
_MONGO_CA = "pass `--tlsCAFile FILE`"
_DNF = "set `sslcacert`"

# The option alone is the fault; with `=VALUE`, unless that says no. What stands in brackets
# may be left out from the right, as the program takes abbreviations.
FLAGS: tuple[tuple[str, str, str], ...] = (
    # programs, options, remedy
    ("?", "--insecure-skip-tls-verify --no-check-certificate --trusted-host", _TRUST_STORE),
    ("ansible-galaxy", "--ignore-certs", _TRUST_STORE),
    ("apk opkg", "--no-check-certificate", _TRUST_STORE),
    ("argo", "-k --insecure-skip-verify", _TRUST_STORE),
    ("argocd", "--insecure --insecure-skip-server-verification --insecure-ignore-host-key", _TRUST_STORE),
    ("aws s5cmd", "--no-verify-ssl", "pass `--ca-bundle FILE`"),
    ("cf", "--skip-ssl-validation", _TRUST_STORE),
    ("clickhouse-client", "--accept-invalid-certificate", _TRUST_STORE),
    ("conda mamba", "-k --insecure", _CONDA),
    ("cosign", "--allow-insecure-registry", _TRUST_STORE),
    ("ctr", "-k --skip-verify", "pass `--tlscacert FILE`"),
    ("curl curlie", "-k --insec[ure] --proxy-insec[ure] --doh-insec[ure]", _CURL),
    ("deno", "--unsafely-ignore-certificate-errors", "pass `--cert FILE`"),
    ("etcdctl", "--insecure-skip-tls-verify", "pass `--cacert FILE`"),
    ("go", "--insecure", _TRUST_STORE),
    ("govc", "-k", "set `GOVC_TLS_CA_CERTS`"),
    ("grpcurl", "--insecure", "pass `-cacert FILE`"),
    ("helm", "--kube-insecure-skip-tls-verify", "pass `--kube-ca-file FILE`"),
    ("hg", "--insecure", "set `web.cacerts`"),
    ("httpx", "--no-verify", "set `SSL_CERT_FILE`"),
    ("hurl newman", "-k --insecure", "pass the CA certificate"),
    ("influx", "--skip-verify", _TRUST_STORE),
    # The parameter of the cmdlets, which PowerShell spells with one dash.
    ("invoke-restmethod invoke-webrequest irm iwr", "--SkipCertificateCheck", _TRUST_STORE),
    ("k6", "--insecure-skip-tls-verify", _TRUST_STORE),
    (_BROWSERS, "--ignore-certificate-errors", _TRUST_STORE),
    (_DOWNLOADERS, "--no-check-cert[ificates]", _UV),
    (_KUBERNETES, "--insecure-skip-tls-verify", _KUBE),
    (_MARIADB, "--skip-ssl-verify-server-cert --disable-ssl-verify-server-cert", "pass `--ssl-ca=FILE`"),
    (
        _MONGO,
        "--tlsInsecure --tlsAllowInvalidCertificates --tlsAllowInvalidHostnames"
        " --sslAllowInvalidCertificates --sslAllowInvalidHostnames",
        _MONGO_CA,
    ),
    (_PIP, "--trusted[-host]", _PIP_CERT),
    ("mc", "--insecure", "put the CA into `~/.mc/certs/CAs`"),
    ("mosquitto_pub mosquitto_sub mosquitto_rr", "--insecure", "use a certificate for the host's name"),
    ("nerdctl", "--insecure-registry", "put the CA into the registry's `certs.d`"),
    ("nomad vault", "--tls-skip-verify", _CA_CERT),
    ("npm npx pnpm", "--no-strict-ssl", _NODE_CA),
    ("openstack", "--insecure", "pass `--os-cacert FILE`"),
    ("oras", "--insecure", "pass `--ca-file FILE`"),
    ("ovftool", "--noSSLVerify", _TRUST_STORE),
    ("rclone", "--no-check-certificate", "pass `--ca-cert FILE`"),
    ("redis-cli valkey-cli", "--insecure", "pass `--cacert FILE`"),
    ("s3cmd", "--no-check-cert[ificate] --no-check-host[name]", "pass `--ca-certs=FILE`"),
    ("sqlcmd", "-C", _TRUST_STORE),
    ("svn", "--trust-server-cert --trust-server-cert-failures", "set `ssl-authority-files`"),
    ("uv uvx", "--allow-insecure-host --trusted-host", _UV),
    ("vagrant", "--insecure", "pass `--cacert FILE`"),
    ("vegeta", "--insecure", "pass `-root-certs FILE`"),
    ("websocat", "-k --insecure", _TRUST_STORE),
    ("wget", "--no-check-cert[ificate]", _WGET),
)

# The option with one of these values. An option that ends in `=` takes none from the next word.
VALUES: tuple[tuple[str, str, str, str], ...] = (
    # programs, options, unsafe values, remedy
    ("?", "--tls-verify= --src-tls-verify= --dest-tls-verify=", _FALSE, _REGISTRY),
    ("aria2c", "--check-certificate=", _FALSE, _WGET),
    ("gcloud", "--strict-host-key-checking", _SSH_FALSE, _KNOWN_HOSTS),
    ("http https httpie xh xhs", "--verify", "no|false", _HTTPIE),
    ("mamba micromamba", "--ssl-verify --ssl_verify", _FALSE, _CONDA),
    ("npm npx pnpm yarn", "--strict-ssl", "false", _NODE_CA),
    ("phantomjs", "--ignore-ssl-errors=", _TRUE, _TRUST_STORE),
    ("wget", "--check-cert[ificate]=", f"{_FALSE}|quiet", _WGET),
    (_CONTAINERS, "--tls-verify= --src-tls-verify= --dest-tls-verify=", _FALSE, _REGISTRY),
    (_MARIADB, "--ssl-verify-server-cert=", _FALSE, "pass `--ssl-ca=FILE`"),
)

_SSH_KEY = ".*stricthostkeychecking"
_GIT_KEY = r"http\.(?:.+\.)?sslverify"

# The option whose value is `KEY=VALUE`, `KEY = VALUE` or `KEY VALUE`, with one of these values.
SETTINGS: tuple[tuple[str, str, str, str, str], ...] = (
    # programs, options, key (regular expression), unsafe values, remedy
    ("ansible ansible-playbook", "-e --extra-vars", _SSH_KEY, _SSH_FALSE, _KNOWN_HOSTS),
    ("ansible ansible-playbook", "-e --extra-vars", ".*ansible_(?:ssh_)?host_key_checking", _FALSE, _KNOWN_HOSTS),
    (
        "ansible ansible-playbook",
        "--ssh-common-args --ssh-extra-args --scp-extra-args --sftp-extra-args",
        _SSH_KEY,
        _SSH_FALSE,
        _KNOWN_HOSTS,
    ),
    (
        "apt apt-get aptitude",
        "-o --option",
        "acquire::https::(?:.+::)?verify-(?:peer|host)",
        _FALSE,
        "set `Acquire::https::CAInfo`",
    ),
    ("dnf microdnf tdnf yum", "--setopt", r"(?:.+\.)?(?:proxy_)?sslverify", _FALSE, _DNF),
    ("gcloud", "--ssh-flag --scp-flag", _SSH_KEY, _SSH_FALSE, _KNOWN_HOSTS),
    ("git ?", "-c --config", _GIT_KEY, f"{_GIT_FALSE}|$", _GIT),
    ("git ?", "-c --config", r"core\.sshcommand=.*stricthostkeychecking", _SSH_FALSE, _KNOWN_HOSTS),
    ("gsutil", "-o", "boto:https_validate_certificates", _FALSE, "set `ca_certificates_file`"),
    ("lftp", "-c -e", ".*ssl:(?:verify-certificate|check-hostname)(?:/[^ /]*)?", _FALSE, "set `ssl:ca-file`"),
    (
        "mvn mvnd mvnw",
        "-D --define",
        r"maven\.wagon\.http\.ssl\.(?:insecure|allowall)",
        "true",
        "set `javax.net.ssl.trustStore`",
    ),
    ("mvn mvnd mvnw", "-D --define", r"aether\.connector\.https\.securitymode", "insecure", _TRUST_STORE),
    ("parallel-ssh parallel-scp parallel-rsync pssh pscp prsync", "-O -x -X", _SSH_KEY, _SSH_FALSE, _KNOWN_HOSTS),
    ("pipx pip-compile pip-sync pipenv", "--pip-args --extra-pip-args", ".*--trusted-host", r"\S.*", _PIP_CERT),
    ("wget", "-e --execute", "check[-_]?certificate", f"{_FALSE}|quiet", _WGET),
    (f"{_SSH} ?", "-o", _SSH_KEY, _SSH_FALSE, _KNOWN_HOSTS),
)

# Words that are no options, one after the other, then `KEY VALUE` or `KEY=VALUE`.
PHRASES: tuple[tuple[str, str, str, str, str], ...] = (
    # programs, words, key (regular expression), unsafe values, remedy
    ("bundle bundler", "config", "ssl_verify_mode", "0", "set `ssl_ca_cert`"),
    ("bundle bundler", "config set", "ssl_verify_mode", "0", "set `ssl_ca_cert`"),
    ("composer", "config", "disable-tls", _TRUE, "set `cafile`"),
    ("conda mamba", "config", "ssl_verify", _FALSE, _CONDA),
    ("conda mamba", "config", "verify_ssl", _FALSE, _CONDA),
    ("gcloud", "config set", "auth/disable_ssl_validation", _TRUE, "set `core/custom_ca_certs_file`"),
    ("git ?", "config", _GIT_KEY, f"{_GIT_FALSE}|", _GIT),
    ("git ?", "config", r"core\.sshcommand", rf"{_SSH_KEY}[\s=]+\"?(?:{_SSH_FALSE})\b.*", _KNOWN_HOSTS),
    ("git ?", "config set", _GIT_KEY, f"{_GIT_FALSE}|", _GIT),
    ("glab", "config set", "skip_tls_verify", _TRUE, "set `ca_cert`"),
    ("go", "env", "goinsecure", ".+", _TRUST_STORE),
    ("kubectl oc", "config set", r"clusters\..+\.insecure-skip-tls-verify", _TRUE, _KUBE),
    ("micromamba", "config set", "ssl_verify", _FALSE, _CONDA),
    ("npm pnpm yarn", "config set", "strict-ssl", "false", _NODE_CA),
    ("npm pnpm", "c set", "strict-ssl", "false", _NODE_CA),
    ("npm pnpm", "set", "strict-ssl", "false", _NODE_CA),
    ("pdm", "config", r"pypi\.(?:.+\.)?verify_ssl", _FALSE, "set `pypi.ca_certs`"),
    ("pip", "config set", r"[^.]+\.trusted-host", ".+", _PIP_CERT),
    ("poetry", "config", r"certificates\..+\.cert", "false", "set `certificates.NAME.cert` to a CA bundle"),
    ("yarn", "config set", "enablestrictssl", _FALSE, "set `httpsCaFilePath`"),
)

# Options that take the rest of the word or the next word: it is not a flag, and `-ok` is `-o k`.
TAKE_VALUE: tuple[tuple[str, str], ...] = (
    ("?", "-c -o --trusted-host"),
    ("autossh", "-M"),
    ("conda mamba micromamba", "-c -n -p --channel --cwd --file --name --prefix"),
    ("doas", "-C -a -u"),
    ("env", "-C -u --chdir --unset"),
    ("faketime", "-f"),
    ("flock", "-E -w --conflict-exit-code --timeout"),
    ("git", "-C -f --blob --default --file --git-dir --namespace --type --work-tree"),
    # Taken out or asked for: no value follows, but a pattern may.
    ("git", "--get --get-all --get-regexp --get-urlmatch --unset --unset-all"),
    ("gsutil", "-h -i -u"),
    ("httpx", "-c -d -f -h -j -m -p --content --cookies --data --files --headers --json --method --params --proxy"),
    ("http https httpie xh xhs", "-A -a -o -p -s --auth --auth-type --body --cert --output --print --proxy --style"),
    ("hurl newman websocat", "-H -d -e -g -n -o -r -u"),
    ("ionice chrt taskset", "-c -n -p --class --classdata"),
    ("kubectl oc", "-c -f -l -n -o --container --context --filename --kubeconfig --namespace --output --selector"),
    ("nice", "-n --adjustment"),
    ("parallel", "-I -P -S -a -j -n --arg-file --colsep --jobs --max-args --sshlogin"),
    ("pipenv poetry pdm hatch rye uv uvx pipx", "-C -e -p --directory --env --from --project --python --spec --with"),
    ("proxychains proxychains4", "-f"),
    ("py python python2 python3 pypy pypy3", "-W -X -c"),
    ("rsync", "-B -M -T -f --exclude --filter --include --password-file --rsync-path"),
    ("runuser su", "-G -g -s -u -w --group --shell --supp-group --user --whitelist-environment"),
    ("scp", "-D -F -J -P -S -X -c -i -l"),
    ("screen", "-S -T -c -e -h -p -s -t"),
    ("sftp", "-B -D -F -J -P -R -S -X -b -c -i -l -s"),
    ("sh ash bash dash fish ksh zsh", "-O -o --init-file --rcfile"),
    ("sqlcmd", "-F -H -K -M -P -Q -S -U -V -a -c -d -f -h -i -l -m -o -q -s -t -v -w -x -y"),
    ("ssh autossh slogin", "-B -D -E -F -I -J -L -O -P -Q -R -S -W -b -c -e -i -l -m -p -w"),
    ("ssh-copy-id", "-F -i -p -t"),
    ("sshfs", "-F -p"),
    ("sshpass", "-P -d -f -p"),
    ("stdbuf", "-e -i -o --error --input --output"),
    ("strace", "-E -O -P -S -X -a -e -o -p -s -u"),
    (
        "sudo",
        "-C -D -R -T -U -g -h -p -r -t -u --chdir --chroot --close-from --command-timeout --group --host"
        " --other-user --prompt --role --type --user",
    ),
    ("svn", "--trust-server-cert-failures"),
    ("systemd-run", "-E -H -M -p -u --property --setenv --slice --unit"),
    ("time", "-f -o --format --output"),
    ("timeout", "-k -s --kill-after --signal"),
    ("tmux", "-F -L -S -c -e -f -n -s -t -x -y"),
    ("watch", "-n --interval"),
    ("wget", "-A -B -D -I -O -P -Q -R -T -U -X -a -i -l -o -t -w"),
    ("xargs", "-E -I -L -P -a -d -n -s --arg-file --delimiter --max-args --max-chars --max-procs"),
    (_PIP, "--trusted-host -c -e -f -i -r -t --cert --index-url --extra-index-url --proxy --target"),
    ("uv uvx", "--allow-insecure-host --trusted-host"),
    (
        "curl curlie",
        "-A -C -D -E -F -H -K -P -Q -T -U -X -Y -b -c -d -e -m -o -r -t -u -w -x -y -z"
        " --cacert --capath --cert --config --connect-timeout --connect-to --continue-at --cookie --cookie-jar"
        " --data --data-ascii --data-binary --data-raw --data-urlencode --dump-header --form --form-string"
        " --header --interface --json --key --limit-rate --max-redirs --max-time --netrc-file --noproxy"
        " --oauth2-bearer --output --output-dir --pass --proxy --proxy-header --proxy-user --quote --range"
        " --referer --request --request-target --resolve --retry --retry-delay --retry-max-time --stderr"
        " --time-cond --trace --trace-ascii --unix-socket --upload-file --url --url-query --user"
        " --user-agent --write-out",
    ),
)

# Programs of which the few options without a value are known; all others take one.
TAKE_NO_VALUE: tuple[tuple[str, str], ...] = (
    (
        _CONTAINER_RUNNERS,
        "-D -P -T -d -i -q -t --build --compress --debug --detach --disable-content-trust --force-rm --help --init"
        " --interactive --load --no-cache --no-deps --no-healthcheck --no-trunc --oom-kill-disable --privileged"
        " --publish-all --pull --push --quiet --quiet-pull --read-only --replace --rm --service-ports --sig-proxy"
        " --squash --tls --tls-verify --tlsverify --tty --use-aliases --version",
    ),
)

# Options whose value is a command line of its own.
TAKE_COMMAND_LINE: tuple[tuple[str, str], ...] = (
    ("?", "-c"),
    ("env", "-S --split-string"),
    ("flock runuser script su vagrant", "-c --command"),
    ("gcloud", "--command"),
    ("mosh", "--ssh"),
    ("rsync", "-e --rsh"),
)

# Options whose value is `NAME=VALUE`, put into the environment of a program.
TAKE_VARIABLE: tuple[tuple[str, str], ...] = (
    ("buildah", "-e --env --build-arg"),
    ("tmux systemd-run", "-e -E --setenv"),
    (_CONTAINER_RUNNERS, "-e --env --build-arg"),
)

# Long options that may be written with one dash.
SINGLE_DASH = "consul go govc grpcurl invoke-restmethod invoke-webrequest irm iwr nomad ovftool vault vegeta"

# Programs that run another one, which begins after so many words that are no options. Where
# there are subcommands, only these run one, and the words are counted behind them. True: what
# follows is the text of a shell command, be it one word or several.
WRAPPERS: tuple[tuple[str, str, int, bool], ...] = (
    # programs, subcommands, words before the command, whether it is text
    ("? busybox catchsegv doas env ionice nice nohup", "", 0, False),
    ("proxychains proxychains4 screen setsid sshpass stdbuf strace sudo systemd-run time", "", 0, False),
    ("caffeinate chronic fakeroot pkexec torify torsocks unbuffer uvx wsl xargs", "", 0, False),
    ("chroot chrt faketime flock gosu su-exec taskset timeout", "", 1, False),
    # The shell's own words: what follows is a command, or variables that are set.
    ("! builtin command declare do elif else exec export if local nocorrect readonly", "", 0, False),
    ("set then typeset until while {", "", 0, False),
    ("conda hatch mamba micromamba pdm pipenv pipx poetry rye uv", "run", 0, False),
    (_CONTAINER_RUNNERS, "exec run", 1, False),
    ("apptainer singularity", "exec", 1, False),
    # `-c` is a flag of a shell: the command is the first word that is no option. Without it
    # that word is a script, whose name is no program's that stands here.
    ("ash bash dash fish ksh powershell pwsh sh zsh", "", 0, True),
    ("cmd eval parallel watch", "", 0, True),
    ("autossh slogin ssh", "", 1, True),
    ("tmux", "new new-session neww new-window split-window send-keys", 0, True),
)

# The words after which a command begins.
INTRODUCED_BY: tuple[tuple[str, str], ...] = (
    ("? py python python2 python3 pypy pypy3", "-m"),
    ("cmd", "/c /C /k /K"),
    ("find", "-exec -execdir -ok -okdir"),
    ("incus kubectl lxc oc runuser", "--"),
)
