-- Server contracts (H-1 to H-13): how each is paid and goes on, and its options with terms of their
-- own. Apart from contract.contract, so that all other contracts neither carry nor read it.
CREATE TABLE contract.hosting (
  account_id  uuid    NOT NULL,
  contract_id uuid    NOT NULL,
  pay_by      text    NOT NULL,
  renews      boolean NOT NULL,
  wallet_day  integer NOT NULL,
  choice      jsonb,
  next        jsonb,
  since       date,
  told_days   integer NOT NULL,
  series      integer NOT NULL,
  CONSTRAINT hosting_key PRIMARY KEY (account_id, contract_id),
  CONSTRAINT hosting_pay_by CHECK (pay_by IN ('card', 'wallet', 'transfer')),
  CONSTRAINT hosting_transfer CHECK (NOT (renews AND pay_by = 'transfer'))
);
SELECT infra.distribute('contract.hosting', 'account_id', 'contract.contract');
GRANT SELECT, INSERT, UPDATE ON contract.hosting TO ${application};

-- An option of a contract: its running or last term, and the next one when that is charged. The
-- number tells options of one code apart, also in the key by which a charge is made once.
CREATE TABLE contract.item (
  account_id  uuid    NOT NULL,
  contract_id uuid    NOT NULL,
  number      integer NOT NULL,
  option      text    NOT NULL,
  kind        text    NOT NULL,
  name        text,
  auto        boolean NOT NULL,
  wish        jsonb,
  term_start  date,
  term_end    date,
  term        jsonb,
  next        jsonb,
  ended_on    date,
  CONSTRAINT item_key PRIMARY KEY (account_id, contract_id, number),
  CONSTRAINT item_number CHECK (number BETWEEN 1 AND 10000),
  CONSTRAINT item_term CHECK (term_start < term_end),
  CONSTRAINT item_begun CHECK ((term IS NULL) = (term_start IS NULL)),
  CONSTRAINT item_has_term CHECK (term IS NOT NULL OR next IS NOT NULL OR ended_on IS NOT NULL)
);
SELECT infra.distribute('contract.item', 'account_id', 'contract.contract');
GRANT SELECT, INSERT, UPDATE ON contract.item TO ${application};
