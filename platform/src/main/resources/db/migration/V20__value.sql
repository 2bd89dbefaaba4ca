-- Credits and discounts of accounts, what each lowered, and the coupons that grant them. What was
-- granted, used, returned and lapsed are facts of their own: a credit's balance is their sum.
CREATE SCHEMA value;
GRANT USAGE ON SCHEMA value TO ${application};

-- products: codes with commas between, empty for all. valid_to is the last day, null without an
-- end. next_at is when it is looked at next: a notice, or the end of its validity.
CREATE TABLE value.credit (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  name       text        NOT NULL,
  kind       text        NOT NULL,
  products   text        NOT NULL,
  currency   text        NOT NULL,
  granted    bigint      NOT NULL,
  balance    bigint      NOT NULL,
  valid_from date        NOT NULL,
  valid_to   date,
  source     text        NOT NULL,
  granted_at timestamptz NOT NULL,
  next_at    timestamptz,
  parked     text,
  CONSTRAINT credit_key PRIMARY KEY (account_id, id),
  CONSTRAINT credit_balance CHECK (granted > 0 AND balance BETWEEN 0 AND granted),
  CONSTRAINT credit_validity CHECK (valid_to >= valid_from),
  CONSTRAINT credit_kind CHECK (kind IN ('promotion', 'support', 'compensation'))
);
SELECT infra.distribute('value.credit', 'account_id');
CREATE INDEX credit_held ON value.credit (account_id) WHERE balance > 0;
CREATE INDEX credit_due ON value.credit (next_at) WHERE next_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON value.credit TO ${application};

CREATE TABLE value.credit_movement (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  credit_id  uuid        NOT NULL,
  kind       text        NOT NULL,
  amount     bigint      NOT NULL,
  invoice_id uuid,
  line       integer,
  at         timestamptz NOT NULL,
  CONSTRAINT credit_movement_key PRIMARY KEY (account_id, id),
  CONSTRAINT credit_movement_kind CHECK (kind IN ('granted', 'used', 'returned', 'lapsed'))
);
SELECT infra.distribute('value.credit_movement', 'account_id', 'value.credit');
CREATE INDEX credit_movement_of ON value.credit_movement (account_id, credit_id);
GRANT SELECT, INSERT ON value.credit_movement TO ${application};

-- A rate in parts per million or an amount. valid_until is the day after the last one.
CREATE TABLE value.discount (
  account_id  uuid        NOT NULL,
  id          uuid        NOT NULL,
  name        text        NOT NULL,
  rate        bigint,
  amount      bigint,
  currency    text        NOT NULL,
  products    text        NOT NULL,
  plan        text,
  minimum     bigint,
  valid_from  date        NOT NULL,
  valid_until date,
  source      text        NOT NULL,
  granted_at  timestamptz NOT NULL,
  CONSTRAINT discount_key PRIMARY KEY (account_id, id),
  CONSTRAINT discount_off CHECK ((rate IS NULL) <> (amount IS NULL)),
  CONSTRAINT discount_rate CHECK (rate > 0 AND rate <= 1000000),
  CONSTRAINT discount_amount CHECK (amount > 0),
  CONSTRAINT discount_validity CHECK (valid_until > valid_from)
);
SELECT infra.distribute('value.discount', 'account_id', 'value.credit');
GRANT SELECT, INSERT ON value.discount TO ${application};

-- What lowered a charge: below zero where the charge is given back of. The charge itself stays.
CREATE TABLE value.reduction (
  account_id uuid    NOT NULL,
  invoice_id uuid    NOT NULL,
  seq        integer NOT NULL,
  line       integer NOT NULL,
  kind       text    NOT NULL,
  grant_id   uuid    NOT NULL,
  name       text    NOT NULL,
  amount     bigint  NOT NULL,
  currency   text    NOT NULL,
  why        jsonb   NOT NULL,
  CONSTRAINT reduction_key PRIMARY KEY (account_id, invoice_id, seq),
  CONSTRAINT reduction_kind CHECK (kind IN ('discount', 'credit')),
  CONSTRAINT reduction_amount CHECK (amount <> 0)
);
SELECT infra.distribute('value.reduction', 'account_id', 'value.credit');
CREATE INDEX reduction_of_grant ON value.reduction (account_id, grant_id);
GRANT SELECT, INSERT ON value.reduction TO ${application};

-- Which coupons an account has redeemed, each time once.
CREATE TABLE value.redemption (
  account_id uuid        NOT NULL,
  coupon     text        NOT NULL,
  occurrence integer     NOT NULL,
  grant_id   uuid        NOT NULL,
  at         timestamptz NOT NULL,
  CONSTRAINT redemption_key PRIMARY KEY (account_id, coupon, occurrence)
);
SELECT infra.distribute('value.redemption', 'account_id', 'value.credit');
GRANT SELECT, INSERT ON value.redemption TO ${application};

-- How often a shared code was redeemed in all; only codes with a limit have a row.
CREATE TABLE value.coupon_use (
  coupon text   NOT NULL,
  uses   bigint NOT NULL,
  CONSTRAINT coupon_use_key PRIMARY KEY (coupon),
  CONSTRAINT coupon_use_counted CHECK (uses > 0)
);
SELECT infra.reference('value.coupon_use');
GRANT SELECT, INSERT, UPDATE ON value.coupon_use TO ${application};

-- Single-use codes, made in batches; each grants what a coupon of the catalog does. A code is kept
-- as its hash only: it is shown once, when it is made.
CREATE TABLE value.coupon_batch (
  id      uuid        NOT NULL,
  coupon  text        NOT NULL,
  codes   integer     NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text        NOT NULL,
  CONSTRAINT coupon_batch_key PRIMARY KEY (id),
  CONSTRAINT coupon_batch_codes CHECK (codes > 0)
);
SELECT infra.reference('value.coupon_batch');
GRANT SELECT, INSERT ON value.coupon_batch TO ${application};

CREATE TABLE value.coupon_code (
  hash        text NOT NULL,
  batch_id    uuid NOT NULL,
  redeemed_by uuid,
  redeemed_at timestamptz,
  CONSTRAINT coupon_code_key PRIMARY KEY (hash),
  CONSTRAINT coupon_code_redeemed CHECK ((redeemed_by IS NULL) = (redeemed_at IS NULL))
);
SELECT infra.reference('value.coupon_code');
GRANT SELECT, INSERT, UPDATE ON value.coupon_code TO ${application};

-- Codes that nobody knows, entered by an account: guessing is slowed down (S-2).
CREATE TABLE value.coupon_guess (
  account_id uuid        NOT NULL,
  failures   integer     NOT NULL,
  since      timestamptz NOT NULL,
  CONSTRAINT coupon_guess_key PRIMARY KEY (account_id)
);
SELECT infra.distribute('value.coupon_guess', 'account_id', 'value.credit');
GRANT SELECT, INSERT, UPDATE, DELETE ON value.coupon_guess TO ${application};
