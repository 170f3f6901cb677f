# What PowerShell asks cchc at every Tab. Only ASCII: Windows PowerShell 5 reads no UTF-8 here.
Register-ArgumentCompleter -Native -CommandName cchc -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @(
        $commandAst.CommandElements |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
            ForEach-Object { $_.Extent.Text }
    ) + "$wordToComplete"
    $before = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:_CCHC_COMPLETE = 'powershell'
        $env:_CCHC_WORDS = $words -join "`n"
        & cchc 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
            $value, $meaning = $_ -split "`t", 2
            if (-not $meaning) { $meaning = $value }
            New-Object System.Management.Automation.CompletionResult $value, $value, 'ParameterValue', $meaning
        }
    } finally {
        [Console]::OutputEncoding = $before
        Remove-Item 'Env:_CCHC_COMPLETE', 'Env:_CCHC_WORDS'
    }
}
