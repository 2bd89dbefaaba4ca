-- Members, their accounts and what they agreed to (M-1 to M-5). A person or company has one main
-- account, and its id is the key of everything that belongs to it. What must be unique over all
-- accounts, the e-mail address that one logs in with, stands in a table keyed by itself.
CREATE SCHEMA member;
GRANT USAGE ON SCHEMA member TO ${application};

CREATE TABLE member.account (
  account_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  CONSTRAINT account_pk PRIMARY KEY (account_id)
);
SELECT infra.distribute('member.account', 'account_id');
GRANT SELECT, INSERT ON member.account TO ${application};

CREATE TABLE member.member (
  account_id uuid NOT NULL,
  type text NOT NULL,
  country text NOT NULL,
  language text NOT NULL,
  display_name text NOT NULL,
  family_name text,
  given_name text,
  birth_date date,
  company_name text,
  contact_name text,
  business_number text,
  representative_name text,
  business_category text,
  business_item text,
  tax_invoices text,
  email text NOT NULL,
  phone text,
  phone_as_entered text,
  postal_code text NOT NULL,
  region text NOT NULL,
  city text NOT NULL,
  street text NOT NULL,
  building text NOT NULL,
  service_field text NOT NULL,
  heard_from text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT member_pk PRIMARY KEY (account_id),
  CONSTRAINT member_type CHECK (type IN ('individual', 'business')),
  CONSTRAINT member_country CHECK (country ~ '^[A-Z]{2}$'),
  CONSTRAINT member_phone CHECK (phone ~ '^\+[1-9][0-9]{4,14}$'),
  CONSTRAINT member_tax_invoices CHECK (tax_invoices IN ('this-month', 'next-month')),
  CONSTRAINT member_business CHECK ((type = 'business') = (company_name IS NOT NULL))
);
SELECT infra.distribute('member.member', 'account_id');
GRANT SELECT, INSERT, UPDATE ON member.member TO ${application};

-- One e-mail address, one login, whatever its upper and lower case.
CREATE TABLE member.email (
  email_key text NOT NULL,
  account_id uuid NOT NULL,
  CONSTRAINT email_pk PRIMARY KEY (email_key)
);
SELECT infra.distribute('member.email', 'email_key', 'none');
GRANT SELECT, INSERT, DELETE ON member.email TO ${application};

CREATE TABLE member.login (
  account_id uuid NOT NULL,
  password_hash text,
  changed_at timestamptz NOT NULL,
  CONSTRAINT login_pk PRIMARY KEY (account_id)
);
SELECT infra.distribute('member.login', 'account_id');
GRANT SELECT, INSERT, UPDATE ON member.login TO ${application};

-- Which document in which version was agreed to or declined, when and from where. Only added to:
-- a consent that is taken back is a new row.
CREATE TABLE member.consent (
  account_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  document text NOT NULL,
  version text NOT NULL,
  agreed boolean NOT NULL,
  at timestamptz NOT NULL,
  address text NOT NULL,
  CONSTRAINT consent_pk PRIMARY KEY (account_id, consent_id)
);
SELECT infra.distribute('member.consent', 'account_id');
GRANT SELECT, INSERT ON member.consent TO ${application};
