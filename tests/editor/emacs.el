;; Emacs without a screen: the lines of docs/editors.md, an article, what Flymake shows of it.
;; Arguments: the lines' file, the article. Prints lines of "name: value".
(let ((lines (pop command-line-args-left))
      (article (pop command-line-args-left)))
  (add-to-list 'auto-mode-alist '("\\.md\\'" . text-mode))
  (load lines nil t)
  (find-file article)
  ;; in batch there is no command after which eglot-ensure would start
  (apply #'eglot (eglot--guess-contact))
  (flymake-mode 1)
  (with-timeout (30 nil)
    (while (not (flymake-diagnostics))
      (accept-process-output nil 0.1)))
  (dolist (one (flymake-diagnostics))
    (princ (format "shown: %s\n"
                   (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))))
  (set-buffer-modified-p nil)
  (ignore-errors (eglot-shutdown (eglot-current-server) nil 5))
  (kill-emacs 0))
