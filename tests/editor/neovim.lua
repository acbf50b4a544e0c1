-- Neovim without a screen: what the server tells of a text that is being written, what its actions do to it.
-- Arguments: the command, a folder with an article "a.md". Prints lines of "name: value".
local command, folder = vim.env.SEO_AUDIT, vim.env.ARTICLES

local function say(name, ...)
  io.stdout:write(name .. ': ' .. table.concat(vim.tbl_map(tostring, { ... }), ' | ') .. '\n')
end

local function code(diagnostic)
  local lsp = diagnostic.user_data and diagnostic.user_data.lsp
  return diagnostic.code or (lsp and lsp.code)
end

local function wait_for(rule, present)
  return vim.wait(20000, function()
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if code(one) == rule then return present end
    end
    return not present
  end, 50)
end

vim.cmd('edit ' .. folder .. '/a.md')
local started = { name = 'seo-audit', cmd = { command, 'lsp' }, root_dir = folder }
local id = vim.lsp.start_client(started)
vim.lsp.buf_attach_client(0, id)
local here = vim.lsp.util.make_text_document_params()

say('told', wait_for('link-text', true))
for _, one in ipairs(vim.diagnostic.get(0)) do
  if code(one) == 'link-text' then
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    say('link', string.sub(line, one.col + 1, one.end_col))
  end
end

vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'Un 🎉 mot : voilà.' })
say('typed', wait_for('no-break-spaces', true))

local range = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } }
local asked = { textDocument = here, range = range, context = { diagnostics = {}, only = { 'source.fixAll.seo-audit' } } }
local action = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', asked, 20000)[id].result[1]
if not action.edit then
  action = vim.lsp.buf_request_sync(0, 'codeAction/resolve', action, 20000)[id].result
end
vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding or 'utf-16')
local last = vim.api.nvim_buf_get_lines(0, -2, -1, false)[1]
say('mended', (last:gsub('\194\160', '~')))
say('gone', wait_for('no-break-spaces', false))

local place = { textDocument = here, position = { line = 0, character = 2 } }
local lens = vim.lsp.buf_request_sync(0, 'textDocument/codeLens', { textDocument = here }, 20000)
say('lens', lens[id].result[1].command.title)
local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', place, 20000)[id]
say('hover', hover.error == nil)
say('written', vim.bo.modified)
vim.lsp.stop_client(id)
vim.cmd('qa!')
