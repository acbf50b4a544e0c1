"""The rules: one module each, found by walking this folder. Installed as `seo_audit.rules`."""
