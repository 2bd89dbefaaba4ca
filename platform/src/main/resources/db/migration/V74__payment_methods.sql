-- Direct debit, deposits and wallets beside cards: what a method is, the files that go to the bank
-- and come from it, and the money that members transfer into accounts of their own.
ALTER TABLE payment.method
  ALTER COLUMN brand DROP NOT NULL,
  ALTER COLUMN bin DROP NOT NULL,
  ALTER COLUMN last4 DROP NOT NULL,
  ALTER COLUMN expiry_year DROP NOT NULL,
  ALTER COLUMN expiry_month DROP NOT NULL,
  ALTER COLUMN issuer_country DROP NOT NULL,
  ALTER COLUMN trans_status DROP NOT NULL,
  ALTER COLUMN enrolled DROP NOT NULL,
  ADD COLUMN bank_code text,
  ADD COLUMN bank_name text,
  ADD COLUMN branch_code text,
  ADD COLUMN branch_name text,
  ADD COLUMN account_type text,
  ADD COLUMN account_number text,
  ADD COLUMN holder text,
  ADD COLUMN state text,
  ADD COLUMN state_reason text,
  ADD COLUMN next_check_at timestamptz,
  ADD COLUMN parked text;
ALTER TABLE payment.method ADD CONSTRAINT method_kind CHECK (
    CASE kind
      WHEN 'card' THEN num_nulls(brand, bin, last4, expiry_year, expiry_month, issuer_country,
                                 trans_status, enrolled) = 0
      WHEN 'direct-debit' THEN num_nulls(bank_code, branch_code, account_type, account_number,
                                         holder, state) = 0
      WHEN 'deposit' THEN num_nulls(bank_code, branch_code, account_type, account_number) = 0
      WHEN 'wallet' THEN holder IS NOT NULL
      ELSE false END);
ALTER TABLE payment.method ADD CONSTRAINT method_state CHECK (state IN ('requested', 'active', 'revoked'));
CREATE INDEX method_check ON payment.method (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX method_not_card ON payment.method (account_id)
  WHERE is_default AND kind IN ('direct-debit', 'deposit');

-- A payment that is with the bank is in nobody's hands until its result file comes: it is not
-- looked up. A deposit is money that a member sent, so an invoice may be paid by several, as by
-- transfers.
ALTER TABLE payment.payment
  ADD COLUMN debit_on date,
  ADD COLUMN send_at timestamptz,
  ADD COLUMN file_number bigint,
  ADD COLUMN file_line integer;
ALTER TABLE payment.payment DROP CONSTRAINT payment_state;
ALTER TABLE payment.payment ADD CONSTRAINT payment_state CHECK (
    state IN ('trying', 'captured', 'refused', 'unknown', 'sent'));
ALTER TABLE payment.payment ADD CONSTRAINT payment_sent CHECK (state <> 'sent' OR debit_on IS NOT NULL);
DROP INDEX payment.payment_once;
CREATE UNIQUE INDEX payment_once ON payment.payment (account_id, invoice_id)
  WHERE state IN ('trying', 'unknown', 'sent')
     OR (state = 'captured' AND method_kind NOT IN ('deposit', 'transfer'));
CREATE INDEX payment_send ON payment.payment (send_at) WHERE send_at IS NOT NULL;
CREATE INDEX payment_in_file ON payment.payment (file_number, file_line)
  WHERE file_number IS NOT NULL;

-- Businesses that an operator has approved for deposits (P-1).
CREATE TABLE payment.approval (
  account_id  uuid        NOT NULL,
  approved_at timestamptz NOT NULL,
  approved_by text        NOT NULL,
  CONSTRAINT approval_key PRIMARY KEY (account_id)
);
SELECT infra.distribute('payment.approval', 'account_id', 'payment.method');
GRANT SELECT, INSERT ON payment.approval TO ${application};

-- Whose a virtual account is; asked by its number, so the same everywhere. Never given to another.
CREATE TABLE payment.virtual_account (
  number     text NOT NULL,
  account_id uuid NOT NULL,
  CONSTRAINT virtual_account_key PRIMARY KEY (number)
);
SELECT infra.distribute('payment.virtual_account', 'number', 'none');
GRANT SELECT, INSERT ON payment.virtual_account TO ${application};

-- Files to the bank (numbered by us) and from it (numbered by the bank), as they were. Rows of many
-- accounts are in each, so they are the same everywhere; there are a few a day.
CREATE TABLE payment.bank_file (
  direction text        NOT NULL,
  number    bigint      NOT NULL,
  kind      text        NOT NULL,
  content   bytea       NOT NULL,
  state     text        NOT NULL,
  reason    text,
  at        timestamptz NOT NULL,
  next_at   timestamptz,
  CONSTRAINT bank_file_key PRIMARY KEY (direction, number),
  CONSTRAINT bank_file_direction CHECK (direction IN ('out', 'in')),
  CONSTRAINT bank_file_state CHECK (state IN ('made', 'sent', 'answered', 'taken', 'done', 'refused'))
);
SELECT infra.reference('payment.bank_file');
CREATE INDEX bank_file_next ON payment.bank_file (next_at) WHERE next_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.bank_file TO ${application};

-- A transfer into a member's virtual account, once (P-8). Never changed.
CREATE TABLE payment.deposit (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  notice     text        NOT NULL,
  number     text        NOT NULL,
  amount     bigint      NOT NULL,
  currency   text        NOT NULL,
  payer      text        NOT NULL,
  message    text        NOT NULL,
  value_on   date        NOT NULL,
  at         timestamptz NOT NULL,
  CONSTRAINT deposit_key PRIMARY KEY (account_id, id),
  CONSTRAINT deposit_once UNIQUE (account_id, notice),
  CONSTRAINT deposit_amount CHECK (amount > 0)
);
SELECT infra.distribute('payment.deposit', 'account_id', 'payment.method');
GRANT SELECT, INSERT ON payment.deposit TO ${application};

-- Kept money that an operator sent back. Never changed.
CREATE TABLE payment.deposit_return (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  amount     bigint      NOT NULL,
  currency   text        NOT NULL,
  by         text        NOT NULL,
  at         timestamptz NOT NULL,
  CONSTRAINT deposit_return_key PRIMARY KEY (account_id, id),
  CONSTRAINT deposit_return_amount CHECK (amount > 0)
);
SELECT infra.distribute('payment.deposit_return', 'account_id', 'payment.method');
GRANT SELECT, INSERT ON payment.deposit_return TO ${application};

-- Transfers that belong to no member, or are taken back by the bank: the operators' list. Nobody's
-- yet, so without an account in the key.
CREATE TABLE payment.unknown_deposit (
  id          uuid        NOT NULL,
  notice      text        NOT NULL,
  why         text        NOT NULL,
  number      text        NOT NULL,
  amount      bigint      NOT NULL,
  currency    text        NOT NULL,
  payer       text        NOT NULL,
  message     text        NOT NULL,
  value_on    date        NOT NULL,
  at          timestamptz NOT NULL,
  assigned_to uuid,
  settled_at  timestamptz,
  settled_by  text,
  CONSTRAINT unknown_deposit_key PRIMARY KEY (id),
  CONSTRAINT unknown_deposit_once UNIQUE (notice),
  CONSTRAINT unknown_deposit_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL)),
  CONSTRAINT unknown_deposit_assigned CHECK (assigned_to IS NULL OR settled_at IS NOT NULL)
);
SELECT infra.reference('payment.unknown_deposit');
GRANT SELECT, INSERT, UPDATE ON payment.unknown_deposit TO ${application};

-- A visit to the wallet's site, under way; one method comes of each at most.
CREATE TABLE payment.wallet_visit (
  account_id uuid        NOT NULL,
  id         text        NOT NULL,
  opened_at  timestamptz NOT NULL,
  method_id  uuid,
  CONSTRAINT wallet_visit_key PRIMARY KEY (account_id, id)
);
SELECT infra.distribute('payment.wallet_visit', 'account_id', 'payment.method');
GRANT SELECT, INSERT, UPDATE ON payment.wallet_visit TO ${application};
