Option Explicit

' Does what a text file says, a line each, its words between tabs (test/tools/libreoffice-fill.ts writes it), and says at
' its end what happened in a file beside it.
Sub Main(instructions As String)
  Dim said As String
  said = "done"
  On Error GoTo Failed
  Dim files, reader, writer, words, document
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  reader = createUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(files.openFileRead(instructions))
  reader.setEncoding("UTF-8")
  Do While Not reader.isEOF()
    words = Split(reader.readLine(), Chr(9))
    Select Case words(0)
      Case "open": document = StarDesktop.loadComponentFromURL(words(1), "_blank", 0, Array(named("Hidden", True)))
      Case "set": PutInto(document, words)
      Case "sort": SortBlocks(document.Sheets(0), words(1))
      Case "column"
        document.Sheets(0).unprotect("")
        document.Sheets(0).Columns.insertByIndex(CInt(words(1)) - 1, 1)
      Case "row"
        document.Sheets(0).unprotect("")
        document.Sheets(0).Rows.insertByIndex(CInt(words(1)) - 1, 1)
      Case "rename": document.Sheets(0).Name = words(1)
      Case "save"
        document.storeToURL(words(1), Array(named("FilterName", "Calc MS Excel 2007 XML")))
        document.close(True)
      Case "lock"
        document.storeToURL(words(1), Array(named("FilterName", "Calc MS Excel 2007 XML"), encryption(CStr(words(2)))))
        document.close(True)
    End Select
  Loop
  GoTo Finished
Failed:
  said = "line " & Erl & ": " & Error$ & " in " & Join(words, " ")
Finished:
  On Error GoTo 0
  writer = createUnoService("com.sun.star.io.TextOutputStream")
  writer.setOutputStream(files.openFileWrite(instructions & ".said"))
  writer.setEncoding("UTF-8")
  writer.writeString(said)
  writer.closeOutput()
  StarDesktop.terminate()
End Sub

Function named(name As String, value)
  Dim argument As New com.sun.star.beans.PropertyValue
  argument.Name = name
  argument.Value = value
  named = argument
End Function

' How LibreOffice's own dialog hands a password to the writer of .xlsx.
Function encryption(password As String)
  Dim kind As New com.sun.star.beans.NamedValue
  Dim secret As New com.sun.star.beans.NamedValue
  kind.Name = "CryptoType"
  kind.Value = "Standard"
  secret.Name = "OOXPassword"
  secret.Value = password
  encryption = named("EncryptionData", Array(kind, secret))
End Function

' The column under a mark in the hidden first row.
Function ColumnOf(sheet, mark As String) As Long
  Dim at As Long
  For at = 0 To 60
    If sheet.getCellByPosition(at, 0).String = mark Then
      ColumnOf = at
      Exit Function
    End If
  Next
  Error 9
End Function

Function LastRow(sheet) As Long
  Dim cursor
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  LastRow = cursor.RangeAddress.EndRow
End Function

' "set", the mark of the column to look in, what stands there, the mark of the column to fill, the kind, the content.
Sub PutInto(document, words)
  Dim sheet, looked As Long, row As Long, cell, link
  sheet = document.Sheets(0)
  looked = ColumnOf(sheet, CStr(words(1)))
  For row = 1 To LastRow(sheet)
    If sheet.getCellByPosition(looked, row).String = words(2) Then
      cell = sheet.getCellByPosition(ColumnOf(sheet, CStr(words(3))), row)
      ' A macro could write into it; a person cannot.
      If sheet.isProtected() And cell.CellProtection.IsLocked Then Error 70
      Select Case words(4)
        Case "number": cell.Value = Val(words(5))
        Case "text": cell.String = words(5)
        Case "formula": cell.Formula = words(5)
        Case "link"
          link = document.createInstance("com.sun.star.text.TextField.URL")
          link.URL = words(5)
          link.Representation = words(5)
          cell.String = ""
          cell.Text.insertTextContent(cell.Text.createTextCursor(), link, False)
      End Select
      Exit Sub
    End If
  Next
  Error 9
End Sub

' Each run of rows with a key, by the column under a mark, from the last to the first.
Sub SortBlocks(sheet, mark)
  Dim keys As Long, by As Long, row As Long, first As Long, last As Long
  Dim field(0) As New com.sun.star.table.TableSortField
  sheet.unprotect("")
  keys = ColumnOf(sheet, "#key")
  by = ColumnOf(sheet, CStr(mark))
  last = LastRow(sheet)
  first = -1
  field(0).Field = by
  field(0).IsAscending = False
  For row = 1 To last + 1
    If Left(sheet.getCellByPosition(keys, row).String, 3) = "f1|" Then
      If first < 0 Then first = row
    ElseIf first >= 0 Then
      sheet.getCellRangeByPosition(0, first, 40, row - 1).sort(Array(named("SortFields", field()), named("ContainsHeader", False)))
      first = -1
    End If
  Next
End Sub
