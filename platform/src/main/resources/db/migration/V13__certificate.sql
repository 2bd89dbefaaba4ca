-- Certificates that were bought as options of server contracts (H-2): for which name each is, how
-- far the authority is with it, what its holder has to put where. One row a bought certificate;
-- what was issued stands beside it and is never changed. Private keys are sealed.
CREATE SCHEMA certificate;
GRANT USAGE ON SCHEMA certificate TO ${application};

CREATE TABLE certificate.certificate (
  account_id     uuid        NOT NULL,
  contract_id    uuid        NOT NULL,
  number         integer     NOT NULL,
  certificate_id uuid        NOT NULL,
  option         text        NOT NULL,
  name           text,
  paid_until     timestamptz NOT NULL,
  step           text        NOT NULL,
  version        integer     NOT NULL,
  tries          integer     NOT NULL,
  order_url      text,
  proof          jsonb,
  way            text,
  reason         text,
  key            text,
  issues         integer     NOT NULL,
  due_at         timestamptz,
  CONSTRAINT certificate_key PRIMARY KEY (account_id, contract_id, number),
  CONSTRAINT certificate_once UNIQUE (account_id, certificate_id),
  CONSTRAINT certificate_step CHECK (step IN
    ('nameless', 'ordered', 'waiting', 'checking', 'issuing', 'issued', 'failed', 'ended')),
  CONSTRAINT certificate_way CHECK (way IN ('dns', 'file')),
  CONSTRAINT certificate_named CHECK (step IN ('nameless', 'ended') OR name IS NOT NULL),
  CONSTRAINT certificate_proof CHECK (step NOT IN ('waiting', 'checking') OR proof IS NOT NULL),
  CONSTRAINT certificate_issuing CHECK (step <> 'issuing' OR (key IS NOT NULL AND order_url IS NOT NULL))
);
SELECT infra.distribute('certificate.certificate', 'account_id');
CREATE INDEX certificate_due ON certificate.certificate (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON certificate.certificate TO ${application};

CREATE TABLE certificate.issued (
  account_id  uuid        NOT NULL,
  contract_id uuid        NOT NULL,
  number      integer     NOT NULL,
  issue       integer     NOT NULL,
  name        text        NOT NULL,
  subject     text        NOT NULL,
  issuer      text        NOT NULL,
  serial      text        NOT NULL,
  not_before  timestamptz NOT NULL,
  not_after   timestamptz NOT NULL,
  chain       text        NOT NULL,
  key         text        NOT NULL,
  issued_at   timestamptz NOT NULL,
  CONSTRAINT issued_key PRIMARY KEY (account_id, contract_id, number, issue),
  CONSTRAINT issued_of FOREIGN KEY (account_id, contract_id, number)
    REFERENCES certificate.certificate (account_id, contract_id, number),
  CONSTRAINT issued_days CHECK (not_before < not_after)
);
SELECT infra.distribute('certificate.issued', 'account_id');
GRANT SELECT, INSERT ON certificate.issued TO ${application};

-- By which key the authority knows us; all processes share it.
CREATE TABLE certificate.customer (
  directory  text        NOT NULL,
  key        text        NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT customer_key PRIMARY KEY (directory)
);
SELECT infra.reference('certificate.customer');
GRANT SELECT, INSERT ON certificate.customer TO ${application};
