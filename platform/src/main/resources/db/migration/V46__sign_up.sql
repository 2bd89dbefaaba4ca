-- Sign-ups on their way (M-2): kept for 24 hours after the last step, under the id that the account
-- will have. The browser holds a secret of which only the hash is here. Passwords are hashed before
-- they are written. One-time codes (M-9, M-10) serve sign-up and profile alike.
CREATE TABLE member.sign_up (
  account_id uuid NOT NULL,
  secret_hash text NOT NULL,
  step text NOT NULL,
  country text NOT NULL,
  type text NOT NULL,
  language text NOT NULL,
  consents jsonb NOT NULL,
  entered jsonb NOT NULL,
  password_hash text,
  email_verified boolean NOT NULL,
  phone_verified boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT sign_up_pk PRIMARY KEY (account_id),
  CONSTRAINT sign_up_step
    CHECK (step IN ('place', 'terms', 'form', 'mail', 'phone', 'language', 'done'))
);
SELECT infra.distribute('member.sign_up', 'account_id');
CREATE INDEX sign_up_expires ON member.sign_up (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON member.sign_up TO ${application};

CREATE TABLE member.code (
  account_id uuid NOT NULL,
  purpose text NOT NULL,
  target text NOT NULL,
  code_hash text NOT NULL,
  tries_left integer NOT NULL,
  expires_at timestamptz NOT NULL,
  message_id uuid NOT NULL,
  CONSTRAINT code_pk PRIMARY KEY (account_id, purpose),
  CONSTRAINT code_tries CHECK (tries_left >= 0)
);
SELECT infra.distribute('member.code', 'account_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON member.code TO ${application};
