-- Mails and short messages are rows that are written with the change they tell of, in its
-- transaction, and sent afterwards by the run (X-6's outbox for people): nothing is told that did
-- not happen, and nothing that happened is forgotten. The only index besides the key is partial,
-- since renewal runs write many of these rows.
CREATE SCHEMA notification;
GRANT USAGE ON SCHEMA notification TO ${application};

CREATE TABLE notification.message (
  account_id uuid NOT NULL,
  message_id uuid NOT NULL,
  channel text NOT NULL,
  template text NOT NULL,
  facts jsonb NOT NULL,
  to_address text,
  language text,
  state text NOT NULL,
  attempts integer NOT NULL,
  due_at timestamptz,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  reason text,
  CONSTRAINT message_pk PRIMARY KEY (account_id, message_id),
  CONSTRAINT message_channel CHECK (channel IN ('mail', 'sms')),
  CONSTRAINT message_state CHECK (state IN ('waiting', 'sent', 'bounced', 'failed', 'parked')),
  CONSTRAINT message_due CHECK ((due_at IS NOT NULL) = (state = 'waiting')),
  CONSTRAINT message_recipient CHECK ((to_address IS NULL) = (language IS NULL))
);
SELECT infra.distribute('notification.message', 'account_id');
CREATE INDEX message_due_at ON notification.message (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON notification.message TO ${application};
