-- The hub's public key as the office gave it ("sha256//BASE64"): nobody else is spoken to. Empty: not pinned.
ALTER TABLE identity ADD COLUMN hub_pin TEXT NOT NULL DEFAULT '';
