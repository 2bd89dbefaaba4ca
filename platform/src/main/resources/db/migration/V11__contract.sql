-- Contracts: their state as runs must find it fast, and every change as a row that stays. What a
-- run reads and writes is one narrow row a contract.
CREATE SCHEMA contract;
GRANT USAGE ON SCHEMA contract TO ${application};

CREATE TABLE contract.contract (
  account_id         uuid    NOT NULL,
  id                 uuid    NOT NULL,
  product            text    NOT NULL,
  plan               text    NOT NULL,
  seats              bigint  NOT NULL,
  region             text    NOT NULL,
  platform           text    NOT NULL,
  zone               text    NOT NULL,
  state              text    NOT NULL,
  applied_on         date    NOT NULL,
  trial_start        date,
  trial_end          date,
  currency           text    NOT NULL,
  term_start         date,
  term_months        integer,
  anchor_day         integer,
  billing            text,
  unit_price         bigint,
  monthly_unit_price bigint,
  quantity           bigint,
  parts_charged      integer,
  covered_start      date,
  covered_end        date,
  covered_amount     bigint,
  reservations       jsonb,
  ended_on           date,
  told_days_before   integer NOT NULL,
  changes            bigint  NOT NULL,
  next_at            timestamptz,
  parked             text,
  CONSTRAINT contract_key PRIMARY KEY (account_id, id),
  CONSTRAINT contract_seats CHECK (seats BETWEEN 1 AND 1000000),
  CONSTRAINT contract_trial CHECK (trial_start < trial_end),
  CONSTRAINT contract_covered CHECK (covered_start < covered_end),
  CONSTRAINT contract_paid_for CHECK (
    state NOT IN ('active', 'suspended') OR (term_start IS NOT NULL AND unit_price >= 0)),
  CONSTRAINT contract_ended CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
  CONSTRAINT contract_state CHECK (
    state IN ('awaiting-payment', 'trial', 'active', 'suspended', 'ended'))
);
SELECT infra.distribute('contract.contract', 'account_id');
CREATE INDEX contract_next ON contract.contract (next_at) WHERE next_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON contract.contract TO ${application};

-- Each thing that happened to a contract: what, from which day, when it was written, by whom.
CREATE TABLE contract.change (
  account_id  uuid        NOT NULL,
  contract_id uuid        NOT NULL,
  seq         bigint      NOT NULL,
  type        text        NOT NULL,
  from_state  text,
  to_state    text        NOT NULL,
  on_day      date        NOT NULL,
  at          timestamptz NOT NULL,
  by_actor    text        NOT NULL,
  details     jsonb       NOT NULL,
  CONSTRAINT change_key PRIMARY KEY (account_id, contract_id, seq)
);
SELECT infra.distribute('contract.change', 'account_id', 'contract.contract');
GRANT SELECT, INSERT ON contract.change TO ${application};

-- The information of a workspace product (C-4). The administrator's password is never here.
CREATE TABLE contract.workspace (
  account_id   uuid NOT NULL,
  contract_id  uuid NOT NULL,
  kind         text NOT NULL,
  name         text NOT NULL,
  admin_id     text NOT NULL,
  company_name text NOT NULL,
  phone        text NOT NULL,
  CONSTRAINT workspace_key PRIMARY KEY (account_id, contract_id),
  CONSTRAINT workspace_kind CHECK (kind IN ('group', 'domain'))
);
SELECT infra.distribute('contract.workspace', 'account_id', 'contract.contract');
GRANT SELECT, INSERT ON contract.workspace TO ${application};

-- Names are unique over all accounts, so they have a table of their own: held for a while by who
-- checked one, kept by the contract that has it.
CREATE TABLE contract.workspace_name (
  name        text NOT NULL,
  account_id  uuid NOT NULL,
  contract_id uuid,
  held_until  timestamptz,
  CONSTRAINT workspace_name_key PRIMARY KEY (name),
  CONSTRAINT workspace_name_held CHECK ((contract_id IS NULL) = (held_until IS NOT NULL))
);
SELECT infra.distribute('contract.workspace_name', 'name', 'none');
GRANT SELECT, INSERT, UPDATE, DELETE ON contract.workspace_name TO ${application};

-- One trial per product and account (C-6).
CREATE TABLE contract.trial_use (
  account_id  uuid NOT NULL,
  product     text NOT NULL,
  contract_id uuid NOT NULL,
  CONSTRAINT trial_use_once PRIMARY KEY (account_id, product)
);
SELECT infra.distribute('contract.trial_use', 'account_id', 'contract.contract');
GRANT SELECT, INSERT ON contract.trial_use TO ${application};

-- Which version of which terms was agreed to for a contract, when and from where (C-3).
CREATE TABLE contract.agreed_terms (
  account_id  uuid        NOT NULL,
  contract_id uuid        NOT NULL,
  code        text        NOT NULL,
  version     text        NOT NULL,
  at          timestamptz NOT NULL,
  address     text        NOT NULL,
  CONSTRAINT agreed_terms_key PRIMARY KEY (account_id, contract_id, code)
);
SELECT infra.distribute('contract.agreed_terms', 'account_id', 'contract.contract');
GRANT SELECT, INSERT ON contract.agreed_terms TO ${application};
