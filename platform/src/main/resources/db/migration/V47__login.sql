-- Login (M-14): how often something was tried, by the hash of an address, a number or a login;
-- one-time links for a new password; devices that were seen; and the sessions themselves.
CREATE TABLE member.throttle (
  throttle_key text NOT NULL,
  failures integer NOT NULL,
  times timestamptz[] NOT NULL,
  blocked_until timestamptz,
  forget_at timestamptz NOT NULL,
  CONSTRAINT throttle_pk PRIMARY KEY (throttle_key)
);
SELECT infra.distribute('member.throttle', 'throttle_key', 'none');
GRANT SELECT, INSERT, UPDATE, DELETE ON member.throttle TO ${application};

CREATE TABLE member.reset (
  account_id uuid NOT NULL,
  secret_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT reset_pk PRIMARY KEY (account_id)
);
SELECT infra.distribute('member.reset', 'account_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON member.reset TO ${application};

CREATE TABLE member.device (
  account_id uuid NOT NULL,
  device_hash text NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  CONSTRAINT device_pk PRIMARY KEY (account_id, device_hash)
);
SELECT infra.distribute('member.device', 'account_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON member.device TO ${application};

-- The tables of Spring Session, in its own shape.
CREATE TABLE member.session (
  primary_id char(36) NOT NULL,
  session_id char(36) NOT NULL,
  creation_time bigint NOT NULL,
  last_access_time bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time bigint NOT NULL,
  principal_name varchar(100),
  CONSTRAINT session_pk PRIMARY KEY (primary_id)
);
SELECT infra.reference('member.session');
CREATE UNIQUE INDEX session_by_id ON member.session (session_id);
CREATE INDEX session_expiry ON member.session (expiry_time);
CREATE INDEX session_principal ON member.session (principal_name);
GRANT SELECT, INSERT, UPDATE, DELETE ON member.session TO ${application};

CREATE TABLE member.session_attributes (
  session_primary_id char(36) NOT NULL,
  attribute_name varchar(200) NOT NULL,
  attribute_bytes bytea NOT NULL,
  CONSTRAINT session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
  CONSTRAINT session_attributes_session FOREIGN KEY (session_primary_id)
    REFERENCES member.session (primary_id) ON DELETE CASCADE
);
SELECT infra.reference('member.session_attributes');
GRANT SELECT, INSERT, UPDATE, DELETE ON member.session_attributes TO ${application};
